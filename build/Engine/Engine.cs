using System.Diagnostics;
using System.Reflection;

namespace Kombo.Build;

/// <summary>
/// The PowerShell that the tests, the quickstart and the benchmarks run in: the one that .config/dotnet-tools.json pins, or
/// the program that the environment variable KOMBO_PWSH names.
/// </summary>
internal static class Engine
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = typeof(Engine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>How to start it. The pinned one is found from the repository's folder only, so that is where it starts.</summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        var other = Environment.GetEnvironmentVariable("KOMBO_PWSH");
        var start = string.IsNullOrEmpty(other)
            ? new ProcessStartInfo("dotnet", ["tool", "run", "pwsh", "--", .. arguments])
            : new ProcessStartInfo(other, arguments);
        start.WorkingDirectory = Root;
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }
}
