using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Kombo.Benchmarks;

/// <summary>All comparisons, one after the other. What is compared takes turns, so that a slow moment of the machine hits all alike.</summary>
internal sealed class Suite : IDisposable
{
    private const int RowsAPage = 250;

    private readonly Server _server;
    private readonly Scale _scale;
    private readonly string _folder = Directory.CreateTempSubdirectory("kombo-benchmarks-").FullName;
    private readonly Report _report = new(Console.Out);

    private Suite(Server server, Scale scale)
    {
        _server = server;
        _scale = scale;
    }

    private string Manifest => Path.Combine(_folder, "Kombo", "Kombo.psd1");

    /// <summary>Runs all comparisons, or some.</summary>
    /// <param name="isQuick">Whether to see only that everything runs.</param>
    /// <param name="only">read, cold, database, writes, or null for all.</param>
    public static async Task RunAsync(bool isQuick, string? only)
    {
        var clock = Stopwatch.StartNew();
        using var server = await Server.StartAsync();
        using var suite = new Suite(server, isQuick ? Scale.Quick : Scale.Full);
        var powerShell = await Child.PowerShellVersionAsync();
        suite._report.Line($"{powerShell}, .NET {Environment.Version}, {Environment.ProcessorCount} cores, {server.BytesPerRow} bytes a row, {RowsAPage} rows a page{(isQuick ? ", quick" : "")}");
        suite.CopyModule();
        if (only is null or "read")
        {
            await suite.SpeedAsync();
            await suite.MemoryAsync();
            await suite.OverlapAsync();
            await suite.StopAsync();
            await suite.ImportAsync();
        }

        if (only is null or "cold")
        {
            await suite.ColdAsync();
        }

        if (only is null or "database")
        {
            await new Database(suite.Manifest, suite._folder, suite._scale, suite._report, server).RunAsync();
        }

        if (only is null or "writes")
        {
            await suite.WritesAsync();
        }

        suite._report.End(clock.Elapsed);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>From here on, a build at the same time changes nothing.</summary>
    private void CopyModule()
    {
        var source = typeof(Suite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Module").Value!;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, "Kombo", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var isOptimised = FileVersionInfo.GetVersionInfo(Path.Combine(_folder, "Kombo", "Kombo.PowerShell.dll")).IsDebug == false;
        if (!isOptimised)
        {
            _report.Line("NOTE: artifacts/Kombo is a Debug build. Run with -c Release.");
        }
    }

    private async Task SpeedAsync()
    {
        var seconds = Text(_scale.WarmSeconds);
        var rows = Text(_scale.Rows);
        var loop = new Series();
        var cmdlet = new Series();
        var limit = new Series();
        for (var round = 0; round < _scale.Rounds; round++)
        {
            loop.Add(await _server.CountAsync(() => Child.RunScriptAsync("Loop.ps1", "-Server", _server.Address, "-WarmSeconds", seconds, "-Rows", rows)));
            cmdlet.Add(await ReadAsync(_scale.Rows, _scale.Rows, 0, "None", _scale.WarmSeconds));
            limit.Add(await _server.CountAsync(() => Child.RunSelfAsync("limit", _server.Address, seconds, rows)));
        }

        _report.Title($"Read {_scale.Rows:N0} employees, after {_scale.WarmSeconds} seconds of reading (warm)");
        CompareSpeed(loop, cmdlet, limit, hasAim: true);
        _report.Title("Read them as the first thing in those processes (cold)");
        CompareSpeed(loop.First, cmdlet.First, limit.First, hasAim: false);
    }

    private void CompareSpeed(Series loop, Series cmdlet, Series limit, bool hasAim)
    {
        _report.Speed("Invoke-RestMethod loop | Out-Null", loop, _scale.Rows);
        _report.Speed("Get-KomboEmployee | Out-Null", cmdlet, _scale.Rows);
        _report.Speed("the limit: HttpClient and System.Text.Json, plain .NET", limit, _scale.Rows);
        _report.Ratio("times as fast as the loop", loop.Time / cmdlet.Time, atLeast: hasAim ? 15 : null);
        _report.Ratio("times the limit's time", cmdlet.Time / limit.Time, atMost: hasAim ? 1.5 : null);
    }

    private async Task MemoryAsync()
    {
        var small = new Series();
        var large = new Series();
        for (var round = 0; round < _scale.FewRounds; round++)
        {
            small.Add(await ReadAsync(0, _scale.FewRows, 0, "None"));
            large.Add(await ReadAsync(0, _scale.ManyRows, 0, "None"));
        }

        _report.Title("Peak memory of Get-KomboEmployee | Out-Null");
        _report.Memory($"{_scale.FewRows:N0} rows", small);
        _report.Memory($"{_scale.ManyRows:N0} rows", large);
        _report.Ratio("times the working set", large.WorkingSet / small.WorkingSet, atMost: 1.2);
        _report.Ratio("times the managed heap", large.Heap / small.Heap, atMost: 1.2);
    }

    private async Task OverlapAsync()
    {
        var rows = _scale.OverlapPages * RowsAPage;
        var server = new Series();
        var consumer = new Series();
        var both = new Series();
        for (var round = 0; round < _scale.FewRounds; round++)
        {
            server.Add(await ReadAsync(2_500, rows, 50, "None"));
            consumer.Add(await ReadAsync(2_500, rows, 0, "Work"));
            both.Add(await ReadAsync(2_500, rows, 50, "Work"));
        }

        _report.Title($"Overlap of reading and working, {_scale.OverlapPages} pages");
        _report.Time("50 ms a page, nothing to do with the rows", server);
        _report.Time("no latency, 50 ms of work a page", consumer);
        _report.Time("50 ms a page and 50 ms of work a page", both);
        _report.Ratio("times the slower of the two", both.Time / Math.Max(server.Time, consumer.Time), atMost: 1.05);
    }

    private async Task StopAsync()
    {
        var sleep = new Series();
        var read = new Series();
        for (var round = 0; round < _scale.FewRounds; round++)
        {
            sleep.Add(await Child.RunScriptAsync("Stop.ps1", "-Module", Manifest, "-Server", _server.Address, "-Waiting", "Sleep"));
            read.Add(await Child.RunScriptAsync("Stop.ps1", "-Module", Manifest, "-Server", _server.Address, "-Waiting", "Read"));
        }

        _report.Title("Ctrl+C while a command waits");
        _report.Time("Start-Sleep", sleep);
        _report.Time("Get-KomboEmployee, for a page", read);
        _report.Ratio("times the time of Start-Sleep", read.Time / sleep.Time);
        _report.Ratio("times the 100 ms that it may take", read.Slowest / 100, atMost: 1);
    }

    private async Task ImportAsync()
    {
        var count = CountCmdlets();
        var bareAssembly = Path.Combine(_folder, "Bare", "Bare.dll");
        await Child.RunScriptAsync("BareModule.ps1", "-Path", bareAssembly, "-Count", Text(count));
        var assembly = new Series();
        var bare = new Series();
        var kombo = new Series();
        for (var round = 0; round < _scale.ImportRounds; round++)
        {
            assembly.Add(await Child.RunScriptAsync("Import.ps1", "-Module", bareAssembly));
            bare.Add(await Child.RunScriptAsync("Import.ps1", "-Module", Path.ChangeExtension(bareAssembly, ".psd1")));
            kombo.Add(await Child.RunScriptAsync("Import.ps1", "-Module", Manifest));
        }

        _report.Title($"Import-Module, {count} cmdlets");
        _report.Time("bare assembly of empty cmdlets, without a manifest", assembly);
        _report.Time("bare binary module of empty cmdlets: a manifest and a dll", bare);
        _report.Time("Kombo", kombo);
        _report.Ratio("times the bare assembly's time", kombo.Time / assembly.Time);
        _report.Ratio("times the bare module's time", kombo.Time / bare.Time, atMost: 1.5);
    }

    private async Task ColdAsync()
    {
        var powerShell = await Child.FindPowerShellAsync();
        _report.Line(powerShell.IsPrecompiled
            ? $"PowerShell in {powerShell.Home} is compiled ahead of time, as the installers' is."
            : $"NOTE: PowerShell in {powerShell.Home} is IL only, as the .NET tool's is; the installers' is compiled ahead of time. The ratios of cold processes differ. KOMBO_PWSH names another one.");
        var bareAssembly = Path.Combine(_folder, "Viewed", "Bare.dll");
        var help = Path.Combine(Path.GetDirectoryName(Manifest)!, "en-US", "Kombo.PowerShell.dll-Help.xml");
        await Child.RunScriptAsync("BareModule.ps1", "-Path", bareAssembly, "-Count", Text(CountCmdlets()), "-Help", help);
        var cold = new Cold(Manifest, _folder, _scale, _report, _server);
        await cold.JobAsync(powerShell);
        var floorAssembly = Path.Combine(_folder, "Floor", "Floor.dll");
        await Child.RunScriptAsync("FloorModule.ps1", "-Path", floorAssembly);
        await cold.FirstAsync(Path.Combine(_folder, "Viewed", "Viewed.psd1"), Path.ChangeExtension(floorAssembly, ".psd1"), powerShell.IsPrecompiled);
    }

    private int CountCmdlets() => File.ReadLines(Manifest).SkipWhile(line => !line.Contains("CmdletsToExport", StringComparison.Ordinal))
        .TakeWhile(line => !line.Contains("FunctionsToExport", StringComparison.Ordinal))
        .Count(line => line.TrimStart().StartsWith('\''));

    private async Task WritesAsync()
    {
        var writes = new Writes(Manifest, _folder, _scale, _report);
        await writes.JournalAsync();
        await writes.SideBySideAsync();
    }

    private Task<Measured> ReadAsync(int warmRows, int rows, int latency, string consumer, int warmSeconds = 0) => _server.CountAsync(() => Child.RunScriptAsync(
        "Cmdlet.ps1",
        "-Module", Manifest,
        "-InProcess", typeof(InProcess).Assembly.Location,
        "-Server", _server.Address,
        "-WarmRows", Text(warmRows),
        "-WarmSeconds", Text(warmSeconds),
        "-Rows", Text(rows),
        "-Latency", Text(latency),
        "-Consumer", consumer));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
