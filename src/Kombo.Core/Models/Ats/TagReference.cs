using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A tag on a candidate.</summary>
public sealed partial class TagReference : KomboObject
{
    /// <summary>The Kombo id of the tag.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string TagId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The tag's name.</summary>
    public string? Name { get; set; }

    /// <summary>The tag's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
