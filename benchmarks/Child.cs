using System.Diagnostics;
using System.Text.Json;
using Kombo.Build;

namespace Kombo.Benchmarks;

/// <summary>Processes that this program starts: itself in other roles, and PowerShell.</summary>
internal static class Child
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(15);

    /// <summary>What the measured PowerShell calls itself.</summary>
    public static async Task<string> PowerShellVersionAsync() => (await OutputAsync(PowerShell("-Version"))).Trim();

    /// <summary>Runs a script in a fresh PowerShell; what it measured.</summary>
    public static Task<Measured> RunScriptAsync(string script, params string[] arguments) =>
        MeasureAsync<Measured>(PowerShell(ScriptArguments(script, arguments)));

    /// <summary>Which PowerShell is measured.</summary>
    public static Task<Interpreter> FindPowerShellAsync() => MeasureAsync<Interpreter>(PowerShell(ScriptArguments("Where.ps1")));

    /// <summary>What PowerShell is called with to run a script.</summary>
    public static string[] ScriptArguments(string script, params string[] arguments) =>
        ["-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Scripts", script), .. arguments];

    /// <summary>Runs a program to its end.</summary>
    public static Task RunAsync(string program, string[] arguments) => OutputAsync(Redirected(WithoutSettings(new ProcessStartInfo(program, arguments))));

    /// <summary>Runs this program in another role; what it measured.</summary>
    public static Task<Measured> RunSelfAsync(params string[] arguments) => MeasureAsync<Measured>(Self(arguments));

    /// <summary>Starts this program in another role; it ends when its input does.</summary>
    public static Process StartSelf(params string[] arguments) => Process.Start(Self(arguments))!;

    private static async Task<T> MeasureAsync<T>(ProcessStartInfo start)
    {
        var output = await OutputAsync(start);
        try
        {
            return JsonSerializer.Deserialize<T>(output)!;
        }
        catch (JsonException)
        {
            throw new BenchmarkException($"{Describe(start)} printed something else than its figures: {output}");
        }
    }

    private static async Task<string> OutputAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var inTime = new CancellationTokenSource(MostTime);
        try
        {
            await process.WaitForExitAsync(inTime.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new BenchmarkException($"{Describe(start)} was not done after {MostTime.TotalMinutes} minutes.");
        }

        return process.ExitCode == 0 ? await output : throw new BenchmarkException($"{Describe(start)} failed: {await errors}{await output}");
    }

    private static ProcessStartInfo Self(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return Redirected(new ProcessStartInfo(program, isHost ? [typeof(Child).Assembly.Location, .. arguments] : arguments));
    }

    private static ProcessStartInfo PowerShell(params string[] arguments) => Redirected(WithoutSettings(Engine.Start(arguments)));

    /// <summary>What a user's own environment would change.</summary>
    private static ProcessStartInfo WithoutSettings(ProcessStartInfo start)
    {
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment.Remove("KOMBO_API_KEY");
        start.Environment.Remove("KOMBO_INTEGRATION_ID");
        start.Environment.Remove("KOMBO_REGION");
        return start;
    }

    private static ProcessStartInfo Redirected(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return start;
    }

    private static string Describe(ProcessStartInfo start) =>
        Path.GetFileNameWithoutExtension(start.FileName) + " " + string.Join(' ', start.ArgumentList.Select(Path.GetFileName));
}

/// <summary>What a process measured.</summary>
internal sealed record Measured
{
    /// <summary>The time of what is compared.</summary>
    public double Milliseconds { get; init; }

    /// <summary>The time of the first read in the process; more follow to warm it up.</summary>
    public double FirstMilliseconds { get; init; }

    /// <summary>How many methods .NET compiled.</summary>
    public int Methods { get; init; }

    /// <summary>How many rows were entered.</summary>
    public int Done { get; init; }

    /// <summary>How many rows were certainly not entered.</summary>
    public int Failed { get; init; }

    /// <summary>How many rows may have been entered.</summary>
    public int Unknown { get; init; }

    /// <summary>The largest managed heap, in bytes.</summary>
    public long HeapPeak { get; init; }

    /// <summary>The largest working set, in bytes.</summary>
    public long WorkingSetPeak { get; init; }

    /// <summary>The size of the file that was written, in bytes.</summary>
    public long FileSize { get; init; }

    /// <summary>Requests for the measured list.</summary>
    public int Requests { get; init; }
}
