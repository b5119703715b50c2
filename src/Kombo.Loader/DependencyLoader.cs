using System.Reflection;
#if NET
using System.Runtime.InteropServices;
using System.Runtime.Loader;
#endif

namespace Kombo.Loader;

/// <summary>
/// Finds the libraries in <c>deps/</c> for the cmdlets, so that they never meet another module's copies: in PowerShell 7
/// in a load context of their own, in Windows PowerShell by answering only requests that come from our own assemblies.
/// </summary>
public static class DependencyLoader
{
    private static readonly string Home = Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)!;

    private static readonly string Dependencies = Path.Combine(Home, "deps");

    /// <summary>Runs once in the process. Imports in other runspaces at the same moment wait: they need what it installs.</summary>
    private static readonly Lazy<bool> Installation = new(Install, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Begins to resolve, at the first import in the process.</summary>
    public static void Start() => _ = Installation.Value;

    private static bool IsOurs(string? assembly) => assembly is "Kombo.Core" or "Kombo.Facts" or "Kombo.Sandbox" or "Kombo.Database";

#if NET
    /// <summary>
    /// Where the same assemblies lie compiled ahead of time, by the compiler of .NET 10, which earlier runtimes do not read. The
    /// folders bear the names of systems and processors: an image for another one could not be loaded. Null on other systems:
    /// the portable files do the same, slower.
    /// </summary>
    private static readonly string? Precompiled = Environment.Version.Major >= 10 && SystemName() is { } system
        ? Path.Combine(Home, $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}")
        : null;

    private static bool Install()
    {
        var context = new DependencyContext();
        AssemblyLoadContext.Default.Resolving += (_, name) => IsOurs(name.Name) ? context.LoadFromAssemblyName(name) : null;

        // PowerShell looks for type names in the default load context only. This assembly lies there and leads them to Core:
        // so [Kombo.Models.Employee] resolves in scripts.
        AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(Home, "Kombo.TypeNames.dll"));

        // PowerShell asks for the file that the manifest names, and gets the assembly of that identity which is there already.
        if (PrecompiledFile("Kombo.PowerShell.dll") is { } cmdlets)
        {
            AssemblyLoadContext.Default.LoadFromAssemblyPath(cmdlets);
        }

        return true;
    }

    private static string? SystemName() =>
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : null;

    private static string? PrecompiledFile(string name) =>
        Precompiled is not null && Path.Combine(Precompiled, name) is var file && File.Exists(file) ? file : null;

    /// <summary>Loads what lies in <c>deps/</c>; the framework's assemblies come from the default context as always.</summary>
    private sealed class DependencyContext : AssemblyLoadContext
    {
        public DependencyContext()
            : base("Kombo")
        {
        }

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var name = assemblyName.Name + ".dll";
            var file = PrecompiledFile(name) ?? Path.Combine(Dependencies, name);
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
#else
    private static bool Install()
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        {
            var asker = request.RequestingAssembly?.GetName().Name;
            var asksForUs = request.RequestingAssembly is { } assembly
                && (asker is "Kombo.PowerShell" || assembly.Location.StartsWith(Dependencies, StringComparison.OrdinalIgnoreCase));
            var wanted = new AssemblyName(request.Name).Name;
            var file = Path.Combine(Dependencies, wanted + ".dll");
            return (asksForUs || IsOurs(wanted)) && File.Exists(file) ? Assembly.LoadFrom(file) : null;
        };
        return true;
    }
#endif
}
