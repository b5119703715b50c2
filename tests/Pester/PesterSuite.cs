using System.Diagnostics;
using Kombo.Build;

namespace Kombo.Tests;

/// <summary>The Pester suite as one test. Its single results are in artifacts/TestResults/pester.xml.</summary>
public sealed class PesterSuite
{
    [Fact]
    public async Task Passes_in_PowerShell()
    {
        var results = Path.Combine(Engine.Root, "artifacts", "TestResults", "pester.xml");
        if (File.Exists(results))
        {
            File.Delete(results);
        }

        var (exitCode, output) = await RunAsync("-NoProfile", "-NonInteractive", "-File", Path.Combine(Engine.Root, "tests", "Pester", "Run.ps1"), "-ResultPath", results);
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
