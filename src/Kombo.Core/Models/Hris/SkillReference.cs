using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A skill, in short form.</summary>
public sealed partial class SkillReference : KomboObject
{
    /// <summary>The Kombo id of the skill.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string SkillId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name, in the default language of the tool.</summary>
    public string? Name { get; set; }

    /// <summary>The levels; null when the skill has none.</summary>
    public ProficiencyScale? ProficiencyScale { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
