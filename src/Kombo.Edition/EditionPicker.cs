using System.Management.Automation;
using System.Reflection;

namespace Kombo.Edition;

/// <summary>
/// Starts the loader for this edition of PowerShell. The manifest names one file for both, and a manifest must not decide: so
/// this runs in both, before PowerShell looks at the assembly with the cmdlets.
/// </summary>
public sealed class EditionPicker : IModuleAssemblyInitializer
{
    /// <summary>Runs at each import, in each runspace.</summary>
    /// <exception cref="PSNotSupportedException">This PowerShell is too old for the module.</exception>
    public void OnImport()
    {
        // .NET Framework calls itself 4; PowerShell 7.4 brings .NET 8.
        var runtime = Environment.Version.Major;
        if (runtime is > 4 and < 8)
        {
            throw new PSNotSupportedException($"Kombo needs PowerShell 7.4 or later, or Windows PowerShell 5.1; this one runs on .NET {Environment.Version}.");
        }

        var home = Path.Combine(Path.GetDirectoryName(typeof(EditionPicker).Assembly.Location)!, "bin", runtime == 4 ? "Desktop" : "Core");
        var loader = Assembly.LoadFrom(Path.Combine(home, "Kombo.Loader.dll")).GetType("Kombo.Loader.DependencyLoader", throwOnError: true);
        ((IModuleAssemblyInitializer)Activator.CreateInstance(loader)).OnImport();
    }
}
