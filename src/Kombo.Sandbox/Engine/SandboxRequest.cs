using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>A request on its way to its route.</summary>
internal sealed class SandboxRequest(Database database, RawRequest raw, IReadOnlyDictionary<string, string> segments)
{
    public Database Database { get; } = database;

    /// <summary>The request as it arrived.</summary>
    public RawRequest Raw { get; } = raw;

    /// <summary>The unescaped path parameters.</summary>
    public IReadOnlyDictionary<string, string> Segments { get; } = segments;

    /// <summary>The query parameters.</summary>
    public Dictionary<string, string> Query { get; } = new(StringComparer.Ordinal);

    /// <summary>The body; empty if there was none.</summary>
    public KomboMap Body { get; set; } = [];

    /// <summary>The objects of a body with one a line; empty for other bodies.</summary>
    public List<KomboMap> Lines { get; } = [];

    /// <summary>What the answer warns of, where the operation has warnings.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The table of an entity.</summary>
    public T Table<T>()
        where T : Table
        => Database.Get<T>();

    /// <summary>The row that a path parameter names.</summary>
    public Row Named<T>(string segment)
        where T : Table
        => Table<T>().Require(Segments[segment], segment);
}
