using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A legal entity, in short form.</summary>
public sealed partial class LegalEntityReference : KomboObject
{
    /// <summary>The Kombo id of the legal entity.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string LegalEntityId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The legal entity's name.</summary>
    public string? Name { get; set; }

    /// <summary>The legal entity's address; null also where the answer leaves it out.</summary>
    [JsonPropertyName("address")]
    public Address? PostalAddress { get; set; }

    /// <summary>The legal entity's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
