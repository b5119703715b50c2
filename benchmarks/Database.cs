using System.Globalization;

namespace Kombo.Benchmarks;

/// <summary>A copy in a SQLite file, against reading the same rows to nowhere. Each run is a process of its own, as a job is.</summary>
internal sealed class Database(string manifest, string folder, Scale scale, Report report, Server server)
{
    public async Task RunAsync()
    {
        var read = new Series();
        var (first, again) = (new Series(), new Series());
        var few = new Series();
        for (var round = 0; round < scale.FewRounds; round++)
        {
            read.Add(await RunAsync(scale.DatabaseRows, "Read"));
            first.Add(await SyncAsync(scale.DatabaseRows, isFirst: true));
            again.Add(await SyncAsync(scale.DatabaseRows, isFirst: false));
            few.Add(await SyncAsync(scale.FewRows, isFirst: true));
        }

        report.Title(string.Create(CultureInfo.InvariantCulture, $"A copy of {scale.DatabaseRows:N0} employees in a SQLite file"));
        report.Speed("Get-KomboEmployee | Out-Null", read, scale.DatabaseRows);
        report.Speed("Sync-KomboDatabase -Model Employee, the first time", first, scale.DatabaseRows);
        report.Ratio("times reading to nowhere", first.Time / read.Time, atMost: 1.5);
        report.Time("the same in a new process, when nothing has changed", again);
        report.Count("requests, one of them for the integration", again.Requests, atMost: 2);
        report.Ratio("times the 200 ms that it may take", again.Time / 200, atMost: 1);
        report.Memory($"peak memory, {scale.FewRows:N0} rows", few);
        report.Memory($"peak memory, {scale.DatabaseRows:N0} rows", first);
        report.Ratio("times the working set", first.WorkingSet / few.WorkingSet, atMost: 1.2);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"  the file: {first.FileSize / scale.DatabaseRows:N0} bytes a row, of which the server sent {server.BytesPerRow:N0}"));
    }

    private async Task<Measured> SyncAsync(int rows, bool isFirst)
    {
        if (isFirst)
        {
            File.Delete(PathOf(rows));
        }

        var measured = await RunAsync(rows, "Sync");
        var expected = isFirst ? rows : 0;
        return measured.Done == expected ? measured : throw new BenchmarkException($"Sync-KomboDatabase wrote {measured.Done} rows in place of {expected}.");
    }

    private string PathOf(int rows) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"hr{rows}.db"));

    private Task<Measured> RunAsync(int rows, string what) => server.CountAsync(() => Child.RunScriptAsync(
        "Database.ps1",
        "-Module", manifest,
        "-InProcess", typeof(InProcess).Assembly.Location,
        "-Server", server.Address,
        "-Rows", rows.ToString(CultureInfo.InvariantCulture),
        "-Path", PathOf(rows),
        "-What", what));
}
