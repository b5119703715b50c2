using System.Management.Automation;
using System.Reflection;
#if NET
using System.Runtime.Loader;
#endif

namespace Kombo.Loader;

/// <summary>
/// Finds the libraries in <c>deps/</c> for the cmdlets, so that they never meet another module's copies: in PowerShell 7
/// in a load context of their own, in Windows PowerShell by answering only requests that come from our own assemblies.
/// </summary>
/// <remarks>
/// An assembly of its own, which Kombo.psm1 imports first: of an assembly with cmdlets PowerShell lists the classes before
/// it runs an initializer, and the base classes of ours are made of models in <c>deps/</c>.
/// </remarks>
public sealed class DependencyLoader : IModuleAssemblyInitializer
{
    private static readonly string Home = Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)!;

    /// <summary>Runs once in the process. Imports in other runspaces at the same moment wait: they need what it installs.</summary>
    private static readonly Lazy<bool> Installation = new(Install, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Begins to resolve, at the first import in the process.</summary>
    public void OnImport() => _ = Installation.Value;

    private static bool Install()
    {
        if (!Directory.Exists(Dependencies))
        {
            return false;
        }

#if NET
        var context = new DependencyContext();
        AssemblyLoadContext.Default.Resolving += (_, name) => IsOurs(name.Name) ? context.LoadFromAssemblyName(name) : null;

        // PowerShell looks for type names in the default load context only. This assembly lies there and leads them to Core:
        // so [Kombo.Models.Employee] resolves in scripts.
        AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(Home, "Kombo.TypeNames.dll"));
#else
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        {
            var asker = request.RequestingAssembly?.GetName().Name;
            var asksForUs = request.RequestingAssembly is { } assembly
                && (asker is "Kombo.PowerShell" || assembly.Location.StartsWith(Dependencies, StringComparison.OrdinalIgnoreCase));
            var wanted = new AssemblyName(request.Name).Name;
            var file = Path.Combine(Dependencies, wanted + ".dll");
            return (asksForUs || IsOurs(wanted)) && File.Exists(file) ? Assembly.LoadFrom(file) : null;
        };
#endif
        return true;
    }

    private static string Dependencies => Path.Combine(Home, "deps");

    private static bool IsOurs(string? assembly) => assembly is "Kombo.Core" or "Kombo.Facts" or "Kombo.Sandbox";

#if NET
    /// <summary>Loads what lies in <c>deps/</c>; the framework's assemblies come from the default context as always.</summary>
    private sealed class DependencyContext : AssemblyLoadContext
    {
        public DependencyContext()
            : base("Kombo")
        {
        }

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(Dependencies, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
#endif
}
