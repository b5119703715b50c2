using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A place where people work.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(Type), nameof(RemoteId), nameof(PostalAddress)])]
public sealed partial class Location : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among locations.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string LocationId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The location's name.</summary>
    public string? Name { get; set; }

    /// <summary>What kind of location it is, in free text.</summary>
    public string? Type { get; set; }

    /// <summary>The location's address; null when it is not known.</summary>
    [JsonPropertyName("address")]
    public Address? PostalAddress { get; set; }

    /// <summary>The location's name, else its address, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, PostalAddress?.ToString(), Id);
}
