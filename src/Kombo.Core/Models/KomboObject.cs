using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The base of everything the API answers with.</summary>
public abstract class KomboObject
{
    private KomboMap? _additionalData;

    /// <summary>
    /// Members of the answer that this version does not model, by their name on the wire, and members that arrived in a
    /// shape their type cannot hold. Null when there are none.
    /// </summary>
    [JsonIgnore]
    public KomboMap? AdditionalData
    {
        get
        {
            if (_additionalData is null && UnknownMembers is { Count: > 0 } unknown)
            {
                _additionalData = new KomboMap(unknown);
            }

            return _additionalData;
        }
    }

    /// <summary>Where the serializer puts members without a property.</summary>
    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, object?>? UnknownMembers { get; set; }

    /// <summary>The first of the texts that says something, for use as an object's name.</summary>
    /// <param name="candidates">Possible names, the best one first.</param>
    /// <returns>The name, or an empty text.</returns>
    private protected static string FirstOf(params string?[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate))
            {
                return candidate!.Trim();
            }
        }

        return string.Empty;
    }
}
