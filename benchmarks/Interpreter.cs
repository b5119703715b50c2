using System.Diagnostics;
using System.Reflection.PortableExecutable;

namespace Kombo.Benchmarks;

/// <summary>
/// The measured PowerShell, started by its own program: the tool command that the other comparisons go through is a process
/// before it.
/// </summary>
/// <param name="Program">The program: PowerShell's own, or dotnet.</param>
/// <param name="Home">The folder with PowerShell's assemblies.</param>
internal sealed record Interpreter(string Program, string Home)
{
    /// <summary>
    /// Whether PowerShell's own assemblies were compiled ahead of time, as the installers' are. Those of the .NET tool are not:
    /// everything takes longer there, and not everything by the same factor.
    /// </summary>
    public bool IsPrecompiled
    {
        get
        {
            using var file = new PEReader(File.OpenRead(Path.Combine(Home, "System.Management.Automation.dll")));
            return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
        }
    }

    /// <summary>The time of a whole process that runs a script.</summary>
    public async Task<Measured> TimeAsync(string script, params string[] arguments)
    {
        var isHost = Path.GetFileNameWithoutExtension(Program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] start = isHost ? [Path.Combine(Home, "pwsh.dll")] : [];
        var clock = Stopwatch.StartNew();
        await Child.RunAsync(Program, [.. start, .. Child.ScriptArguments(script, arguments)]);
        return new Measured { Milliseconds = clock.Elapsed.TotalMilliseconds };
    }
}
