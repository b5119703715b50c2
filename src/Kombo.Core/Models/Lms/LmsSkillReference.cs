using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A skill of the learning management system, in short form.</summary>
public sealed partial class LmsSkillReference : KomboObject
{
    /// <summary>The Kombo id of the skill.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string LmsSkillId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name; null when not known.</summary>
    public string? Name { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
