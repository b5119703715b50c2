using System.Diagnostics;
using System.Text.Json;
using Kombo.Build;

namespace Kombo.Benchmarks;

/// <summary>Processes that this program starts: itself in other roles, and PowerShell.</summary>
internal static class Child
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    /// <summary>What the measured PowerShell calls itself.</summary>
    public static async Task<string> PowerShellVersionAsync() => (await OutputAsync(PowerShell("-Version"))).Trim();

    /// <summary>Runs a script in a fresh PowerShell; what it measured.</summary>
    public static Task<Measured> RunScriptAsync(string script, params string[] arguments) =>
        MeasureAsync(PowerShell(["-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Scripts", script), .. arguments]));

    /// <summary>Runs this program in another role; what it measured.</summary>
    public static Task<Measured> RunSelfAsync(params string[] arguments) => MeasureAsync(Self(arguments));

    /// <summary>Starts this program in another role; it ends when its input does.</summary>
    public static Process StartSelf(params string[] arguments) => Process.Start(Self(arguments))!;

    private static async Task<Measured> MeasureAsync(ProcessStartInfo start)
    {
        var output = await OutputAsync(start);
        try
        {
            return JsonSerializer.Deserialize<Measured>(output)!;
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

    private static ProcessStartInfo PowerShell(params string[] arguments)
    {
        var start = Redirected(Engine.Start(arguments));
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

    /// <summary>Requests for the measured list.</summary>
    public int Requests { get; init; }
}
