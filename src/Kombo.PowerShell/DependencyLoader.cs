using System.Management.Automation;
using System.Reflection;

namespace Kombo.PowerShell;

/// <summary>
/// Finds the libraries in <c>deps/</c> for this assembly, so that they never meet another module's copies: in PowerShell 7
/// in a load context of their own, in Windows PowerShell by answering only requests that come from our own assemblies.
/// </summary>
/// <remarks>
/// Kombo.psm1 installs it before it imports this assembly. An IModuleAssemblyInitializer would come too late: PowerShell
/// lists the cmdlet classes first, and their base classes are made of models in <c>deps/</c>.
/// </remarks>
public static class DependencyLoader
{
    private static readonly string Dependencies = Path.Combine(Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)!, "deps");
    private static int _isInstalled;

    /// <summary>Begins to resolve. Safe to call more than once.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _isInstalled, 1) == 1 || !Directory.Exists(Dependencies))
        {
            return;
        }

#if NET
        var context = new DependencyContext();
        System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += (_, name) => name.Name is "Kombo.Core" or "Kombo.Sandbox" ? context.LoadFromAssemblyName(name) : null;
#else
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        {
            var asker = request.RequestingAssembly?.GetName().Name;
            var isOurs = request.RequestingAssembly is { } assembly
                && (asker is "Kombo.PowerShell" || assembly.Location.StartsWith(Dependencies, StringComparison.OrdinalIgnoreCase));
            var wanted = new AssemblyName(request.Name).Name;
            var file = Path.Combine(Dependencies, wanted + ".dll");
            return (isOurs || wanted is "Kombo.Core" or "Kombo.Sandbox") && File.Exists(file) ? Assembly.LoadFrom(file) : null;
        };
#endif
        RegisterTypeNames();
    }

    /// <summary>
    /// Makes <c>[Kombo.Models.Employee]</c> and <c>[Kombo.KomboException]</c> resolve in scripts: PowerShell looks for type
    /// names in the default load context only. The accelerator table has no public interface; without it only the literals
    /// would be missing, so its absence is no error.
    /// </summary>
    private static void RegisterTypeNames()
    {
        var add = typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators")?.GetMethod("Add", [typeof(string), typeof(Type)]);
        if (add is null)
        {
            return;
        }

        foreach (var type in TypeNames())
        {
            add.Invoke(null, [type.FullName!, type]);
        }
    }

    private static IEnumerable<Type> TypeNames() =>
        typeof(KomboException).Assembly.GetExportedTypes().Where(type => !type.IsGenericType && type.Namespace is "Kombo" or "Kombo.Models");

#if NET
    /// <summary>Loads what lies in <c>deps/</c>; the framework's assemblies come from the default context as always.</summary>
    private sealed class DependencyContext : System.Runtime.Loader.AssemblyLoadContext
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
