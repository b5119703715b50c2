using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A level of a skill, where the levels are a list.</summary>
public sealed partial class ProficiencyOption : KomboObject
{
    /// <summary>The Kombo id of the option.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ProficiencyOptionId => Id;

    /// <summary>The id in the connected tool; null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name of the level.</summary>
    public string? Name { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
