using Kombo.Json;

namespace Kombo.Models;

/// <summary>
/// A free-form JSON object: custom fields, raw source data, bodies of other systems. Keys are kept exactly as they came
/// (case, order, even the empty key); values are text, Boolean, <see cref="long"/>, <see cref="double"/> or
/// <see cref="decimal"/>, null, further maps, and lists.
/// </summary>
public sealed class KomboMap : Dictionary<string, object?>
{
    /// <summary>An empty map.</summary>
    public KomboMap()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>A map with these entries.</summary>
    /// <param name="entries">The entries; keys are case-sensitive.</param>
    public KomboMap(IEnumerable<KeyValuePair<string, object?>> entries)
        : this()
    {
        foreach (var entry in entries ?? throw new ArgumentNullException(nameof(entries)))
        {
            this[entry.Key] = entry.Value;
        }
    }

    /// <summary>The map as compact JSON.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => PlainJson.ToText(this);
}
