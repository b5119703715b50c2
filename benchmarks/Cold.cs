using System.Globalization;

namespace Kombo.Benchmarks;

/// <summary>What each run pays anew: whole processes from their start to their end, and what happens first in one.</summary>
internal sealed class Cold(string manifest, string folder, Scale scale, Report report, Server server)
{
    /// <summary>A scheduled job: it imports, connects, reads people, writes a file and ends.</summary>
    public async Task JobAsync(Interpreter powerShell)
    {
        foreach (var rows in new[] { 1_200, 5_000 })
        {
            var bare = new Series();
            var script = new Series();
            var job = new Series();
            for (var round = 0; round < scale.ColdRounds; round++)
            {
                bare.Add(await powerShell.TimeAsync("Nothing.ps1"));
                script.Add(await ExportAsync(powerShell, rows, "ColdLoop.ps1"));
                job.Add(await ExportAsync(powerShell, rows, "ColdJob.ps1", "-Module", manifest));
            }

            report.Title(string.Create(CultureInfo.InvariantCulture, $"Cold job: {rows:N0} employees to a CSV file, whole processes"));
            report.Time("a bare start of PowerShell", bare);
            report.Time("the script with Invoke-RestMethod", script);
            report.Time("the job with Kombo", job);
            report.Ratio("cold job over script", job.Time / script.Time, atMost: rows == 1_200 ? 0.50 : 0.22);
            report.Ratio("the same less PowerShell's own start", (job.Time - bare.Time) / (script.Time - bare.Time), atMost: rows == 1_200 ? 0.36 : null);
        }
    }

    /// <summary>What is first in a process: the import, the connection with a page, a help page, a completion.</summary>
    /// <param name="bareManifest">A module with as many cmdlets, one view and one page of help.</param>
    /// <param name="floorManifest">A module that reads the same page with the least code.</param>
    /// <param name="isPrecompiled">Whether PowerShell itself is: then less is left to compile.</param>
    public async Task FirstAsync(string bareManifest, string floorManifest, bool isPrecompiled)
    {
        var (bare, kombo) = (new Series(), new Series());
        var (floor, page) = (new Series(), new Series());
        var (bareHelp, help) = (new Series(), new Series());
        var (bareTab, tab) = (new Series(), new Series());
        for (var round = 0; round < scale.ColdRounds; round++)
        {
            bare.Add(await Child.RunScriptAsync("Import.ps1", "-Module", bareManifest));
            kombo.Add(await Child.RunScriptAsync("Import.ps1", "-Module", manifest));
            floor.Add(await Child.RunScriptAsync("FloorPage.ps1", "-Module", floorManifest, "-Server", server.Address));
            page.Add(await Child.RunScriptAsync("FirstPage.ps1", "-Module", manifest, "-Server", server.Address));
            bareHelp.Add(await FirstUseAsync(bareManifest, "Get-Bare1", "Help"));
            help.Add(await FirstUseAsync(manifest, "Get-KomboEmployee", "Help"));
            bareTab.Add(await FirstUseAsync(bareManifest, "Get-Bare1", "Tab"));
            tab.Add(await FirstUseAsync(manifest, "Get-KomboEmployee", "Tab"));
        }

        report.Title("First in a process, with the process already up");
        report.Time("Import-Module: as many empty cmdlets and one view", bare);
        report.Time("Import-Module: Kombo", kombo);
        report.Ratio("import over a bare module", kombo.Time / bare.Time, atMost: 1.3);
        report.Time("the floor: HttpClient and Utf8JsonReader, key and page", floor);
        report.Time("Connect-Kombo and a page of 250 employees", page);
        report.Ratio("connect and first page over the floor", page.Time / floor.Time, atMost: isPrecompiled ? 1.4 : 1.75);
        report.Count("methods that .NET compiles for it", page.Methods, atMost: isPrecompiled ? 350 : 700);
        report.Time("Get-Help: a bare module with one page", bareHelp);
        report.Time("Get-Help Get-KomboEmployee", help);
        report.Ratio("first help over a bare module with one page", help.Time / bareHelp.Time, atMost: 1.4);
        report.Time("tab completion: a bare module", bareTab);
        report.Time("tab completion: Get-KomboEmployee -", tab);
        report.Ratio("first completion over a bare module", tab.Time / bareTab.Time);
    }

    private static Task<Measured> FirstUseAsync(string module, string command, string use) =>
        Child.RunScriptAsync("FirstUse.ps1", "-Module", module, "-Command", command, "-Use", use);

    private async Task<Measured> ExportAsync(Interpreter powerShell, int rows, string script, params string[] more)
    {
        var path = Path.Combine(folder, "people.csv");
        File.Delete(path);
        var measured = await powerShell.TimeAsync(
            script, ["-Server", server.Address, "-Rows", rows.ToString(CultureInfo.InvariantCulture), "-Path", path, .. more]);
        var lines = File.ReadLines(path).Count();
        return lines == rows + 1 ? measured : throw new BenchmarkException($"{script} wrote {lines} lines.");
    }
}
