using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Loader;
#endif

namespace Kombo.Loader;

/// <summary>
/// Finds the libraries in <c>deps/</c> for the cmdlets, so that they never meet another module's copies: in PowerShell 7
/// in a load context of their own, in Windows PowerShell by answering only requests that come from our own assemblies.
/// </summary>
public sealed class DependencyLoader : IModuleAssemblyInitializer
{
    private static readonly string Home = Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)!;

    private static readonly string Dependencies = Path.Combine(Home, "deps");

    /// <summary>Runs once in the process. Imports in other runspaces at the same moment wait: they need what it installs.</summary>
    private static readonly Lazy<bool> Installation = new(Install, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Begins to resolve, at the first import in the process.</summary>
    public void OnImport() => _ = Installation.Value;

    private static bool IsOurs(string? assembly) => assembly is "Kombo.Core" or "Kombo.Facts" or "Kombo.Sandbox" or "Kombo.Database";

    /// <summary>The file of a library that is not .NET's, such as SQLite, for this system and processor; null when there is none.</summary>
    private static string? NativeFile(string system, string name)
    {
        var folder = Path.Combine(Home, "..", "native", system);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) is var found && (found == name || found == "lib" + name))
            : null;
    }

#if NET
    /// <summary>
    /// Where the same assemblies lie compiled ahead of time, by the compiler of .NET 10, which earlier runtimes do not read. The
    /// folders bear the names of systems and processors: an image for another one could not be loaded. Where there is none,
    /// the portable files do the same, slower.
    /// </summary>
    private static readonly string? Precompiled = Environment.Version.Major >= 10 ? Path.Combine(Home, SystemName()) : null;

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

    /// <summary>The name of the system and the processor, as in linux-x64. Linux with musl has libraries of its own.</summary>
    private static string SystemName()
    {
        var system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
            : OperatingSystem.IsLinux() ? "linux" : "other";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

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

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
            NativeFile(SystemName(), unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : IntPtr.Zero;
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
            if (!(asksForUs || IsOurs(wanted)) || !File.Exists(file))
            {
                return null;
            }

            // .NET Framework looks for libraries that are not its own where Windows does, and takes one of the name that is loaded already.
            if (wanted is "SQLitePCLRaw.provider.e_sqlite3"
                && NativeFile("win-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(), "e_sqlite3") is { } native)
            {
                LoadLibrary(native);
            }

            return Assembly.LoadFrom(file);
        };
        return true;
    }

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr LoadLibrary(string path);
#endif
}
