using System.Globalization;
using Kombo.Tests;

namespace Kombo.Benchmarks;

/// <summary>Entering rows: side by side, within what a server allows, with a journal. The server counts what it carries out.</summary>
internal sealed class Writes(string manifest, string folder, Scale scale, Report report)
{
    /// <summary>Rows against a server that works on each for a while: one after the other, and ten at a time.</summary>
    public async Task SideBySideAsync()
    {
        report.Title(string.Create(CultureInfo.InvariantCulture, $"Enter {scale.WriteRows:N0} rows, {scale.WriteWork.TotalSeconds:0.##} s an answer, 300 requests a minute"));
        using var oneServer = Open();
        var one = await RunAsync(oneServer, scale.WriteRows, 1);
        using var tenServer = Open();
        var ten = await RunAsync(tenServer, scale.WriteRows, 10);
        report.Time("-ThrottleLimit 1", one);
        report.Time("-ThrottleLimit 10", ten);
        report.Ratio("times as fast", one.Time / ten.Time, atLeast: 9);
        report.Line($"  refused for the quota: {tenServer.QuotaRefusals}, for their number: {tenServer.ConcurrencyRefusals}");

        foreach (var tells in new[] { true, false })
        {
            using var server = Open();
            server.ConcurrencyLimit = 4;
            server.TellsLimit = tells;
            server.FaultShare = 0.2;
            var faulty = await RunAsync(server, scale.WriteRows, 10);
            report.Title($"The same with a concurrency limit of 4, {(tells ? "told by headers" : "told by refusals only")}, and faults in a fifth of the answers");
            report.Time("-ThrottleLimit 10", faulty);
            var measured = faulty.Last;
            report.Line(string.Create(CultureInfo.InvariantCulture, $"  rows: {measured.Done} done, {measured.Failed} failed, {measured.Unknown} unknown; carried out by the server: {server.Count}, of them twice: {server.Executed.Values.Count(count => count > 1)}"));
            report.Line(string.Create(CultureInfo.InvariantCulture, $"  refused for the quota: {server.QuotaRefusals}, for their number: {server.ConcurrencyRefusals}"));
            if (measured.Done + measured.Failed + measured.Unknown != scale.WriteRows || server.Executed.Values.Any(count => count > 1))
            {
                throw new BenchmarkException("A row was lost or doubled.");
            }
        }
    }

    /// <summary>What a journal costs, where the server answers at once.</summary>
    public async Task JournalAsync()
    {
        var without = new Series();
        var with = new Series();
        using var server = new WriteServer();
        for (var round = 0; round < scale.FewRounds; round++)
        {
            without.Add((await RunAsync(server, scale.JournalRows, 1)).Last);
            with.Add((await RunAsync(server, scale.JournalRows, 1, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"journal{round}.jsonl")))).Last);
        }

        report.Title(string.Create(CultureInfo.InvariantCulture, $"Enter {scale.JournalRows:N0} rows, answered at once, one after the other"));
        report.Time("without a journal", without);
        report.Time("with -JournalPath", with);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"  a row: {(with.Time - without.Time) / scale.JournalRows:0.00} ms more"));
        report.Ratio("times the time without", with.Time / without.Time);
    }

    private WriteServer Open() => new() { Work = scale.WriteWork, Quota = 300 };

    private async Task<Series> RunAsync(WriteServer server, int rows, int limit, string? journal = null)
    {
        var series = new Series();
        string[] arguments =
        [
            "-Module", manifest,
            "-Server", server.Address.AbsoluteUri,
            "-Rows", rows.ToString(CultureInfo.InvariantCulture),
            "-ThrottleLimit", limit.ToString(CultureInfo.InvariantCulture),
            .. journal is null ? Array.Empty<string>() : ["-JournalPath", journal],
        ];
        series.Add(await Child.RunScriptAsync("Writes.ps1", arguments));
        return series;
    }
}
