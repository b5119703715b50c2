using System.Diagnostics;
using Kombo.Build;

namespace Kombo.Tests;

/// <summary>
/// The Pester suite as one test. Two PowerShells run it side by side, each half of the files. The single results are in
/// artifacts/TestResults/pester.1.xml and pester.2.xml.
/// </summary>
public sealed class PesterSuite
{
    /// <summary>The last first letter of the first half. Choose it so that both halves take about as long.</summary>
    private const char Half = 'H';

    [Fact]
    public async Task Passes_in_PowerShell()
    {
        var halves = Directory.EnumerateFiles(Path.Combine(Engine.Root, "tests", "Pester"), "*.Tests.ps1")
            .Select(file => Path.GetFileName(file).Replace(".Tests.ps1", "", StringComparison.Ordinal))
            .ToLookup(name => name[0] <= Half);
        await Task.WhenAll(PassAsync(halves[true], "pester.1.xml"), PassAsync(halves[false], "pester.2.xml"));
    }

    private static async Task PassAsync(IEnumerable<string> names, string resultFile)
    {
        var results = Path.Combine(Engine.Root, "artifacts", "TestResults", resultFile);
        if (File.Exists(results))
        {
            File.Delete(results);
        }

        var (exitCode, output) = await RunAsync(
            "-NoProfile", "-NonInteractive", "-File", Path.Combine(Engine.Root, "tests", "Pester", "Run.ps1"), "-Name", string.Join(',', names), "-ResultPath", results);
        TestContext.Current.SendDiagnosticMessage(output);
        Assert.True(exitCode == 0 && File.Exists(results), output);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = Engine.Start(arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
