using System.Reflection;

namespace Kombo.Tests;

/// <summary>Where the sources are, for tests that look at them, and for messages that say which file to edit.</summary>
internal static class Repository
{
    private static readonly Lazy<ILookup<string, string>> Sources = new(() => Directory.EnumerateFiles(Path.Combine(Root!, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root!, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
        .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal));

    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The file of a type, from the root of the repository.</summary>
    public static string FileOf(Type type) => Sources.Value[type.Name.Split('`')[0]].FirstOrDefault() ?? $"the file of {type.Name}";
}
