namespace Kombo.Sandbox;

/// <summary>Finds the route for a method and a path.</summary>
internal static class Router
{
    private static readonly Lazy<IReadOnlyList<Entry>> Entries = new(Load);

    /// <summary>All operations that the sandbox has.</summary>
    public static IEnumerable<SandboxRoute> Routes => Entries.Value.Select(entry => entry.Route);

    /// <summary>The operations that list the records of a table.</summary>
    public static IEnumerable<IListRoute> Lists => Routes.OfType<IListRoute>();

    /// <summary>The route, with its path parameters unescaped; null if there is none.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The escaped path behind <c>/v1/</c>.</param>
    /// <param name="segments">The path parameters by name.</param>
    public static SandboxRoute? Find(string method, string path, out Dictionary<string, string> segments)
    {
        segments = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = path.Trim('/').Split('/');
        foreach (var entry in Entries.Value)
        {
            if (entry.Route.Method == method && Matches(entry.Parts, parts))
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    if (IsParameter(entry.Parts[i]))
                    {
                        segments[entry.Parts[i].Trim('{', '}')] = Uri.UnescapeDataString(parts[i]);
                    }
                }

                return entry.Route;
            }
        }

        return null;
    }

    private static bool Matches(string[] template, string[] parts)
    {
        if (template.Length != parts.Length)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (IsParameter(template[i]) ? parts[i].Length == 0 : template[i] != parts[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsParameter(string part) => part[0] == '{';

    /// <summary>Fixed paths come before those with parameters.</summary>
    private static List<Entry> Load() =>
    [
        .. typeof(SandboxRoute).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(SandboxRoute).IsAssignableFrom(type))
            .Select(type => (SandboxRoute)Activator.CreateInstance(type)!)
            .Select(route => new Entry(route, route.Template.Split('/')))
            .OrderBy(entry => entry.Parts.Count(IsParameter))
            .ThenBy(entry => entry.Route.Template, StringComparer.Ordinal),
    ];

    private sealed record Entry(SandboxRoute Route, string[] Parts);
}
