using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A company or another legal body that employs people.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(RemoteId), nameof(PostalAddress)])]
public sealed partial class LegalEntity : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among legal entities.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string LegalEntityId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The legal entity's name.</summary>
    public string? Name { get; set; }

    /// <summary>The legal entity's address; null when it is not known.</summary>
    [JsonPropertyName("address")]
    public Address? PostalAddress { get; set; }

    /// <summary>The legal entity's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
