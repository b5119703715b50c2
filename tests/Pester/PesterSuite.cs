using System.Diagnostics;
using System.Reflection;

namespace Kombo.Tests;

/// <summary>The Pester suite as one test. Its single results are in artifacts/TestResults/pester.xml.</summary>
public sealed class PesterSuite
{
    private static readonly string Root = typeof(PesterSuite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string SkipReason = Path.Combine(Root, "artifacts", "TestResults", "pester-skipped.txt");

    [Fact]
    public async Task Passes_in_PowerShell()
    {
        if (File.Exists(SkipReason))
        {
            File.Delete(SkipReason);
        }

        if (Find("pwsh") is not { } pwsh)
        {
            Assert.Skip(Loudly("there is no 'pwsh' on PATH. Install PowerShell 7.4 or later and Pester 5 to run it."));
            return;
        }

        if ((await RunAsync(pwsh, "-NoProfile", "-NonInteractive", "-Command", "if (Get-Module Pester -ListAvailable | Where-Object Version -GE '5.0') { exit 0 } else { exit 1 }")).ExitCode != 0)
        {
            Assert.Skip(Loudly("PowerShell has no Pester 5. Run: Install-PSResource Pester"));
            return;
        }

        var results = Path.Combine(Root, "artifacts", "TestResults", "pester.xml");
        if (File.Exists(results))
        {
            File.Delete(results);
        }

        var (exitCode, output) = await RunAsync(pwsh, "-NoProfile", "-NonInteractive", "-File", Path.Combine(Root, "tests", "Pester", "Run.ps1"), "-ResultPath", results);
        TestContext.Current.SendDiagnosticMessage(output);
        Assert.True(exitCode == 0 && File.Exists(results), output);
    }

    private static string Loudly(string reason)
    {
        // The runner keeps reasons for skipping to itself; the project prints this file when the tests are done.
        var message = $"THE PESTER SUITE DID NOT RUN: {reason}";
        Directory.CreateDirectory(Path.GetDirectoryName(SkipReason)!);
        File.WriteAllText(SkipReason, message);
        return message;
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .FirstOrDefault(File.Exists);

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
