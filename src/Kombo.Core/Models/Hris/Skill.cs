using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A skill that employees can be given, with its levels.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(RemoteId), nameof(OrderedLevels), nameof(Description)])]
public sealed partial class Skill : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among HRIS skills.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string SkillId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The skill's name.</summary>
    public string? Name { get; set; }

    /// <summary>What the skill is about.</summary>
    public string? Description { get; set; }

    /// <summary>The levels, lowest first; null when the skill has none.</summary>
    public KomboList<string>? OrderedLevels { get; set; }

    /// <summary>The levels in the form that took the place of <see cref="OrderedLevels"/> in 2026; null where the API answers in the old form, or the skill has none.</summary>
    public ProficiencyScale? ProficiencyScale { get; set; }

    /// <summary>The skill's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
