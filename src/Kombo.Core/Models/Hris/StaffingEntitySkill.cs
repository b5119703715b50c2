using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A skill that a staffing entity asks for.</summary>
public sealed partial class StaffingEntitySkill : KomboObject
{
    /// <summary>The Kombo id of the skill.</summary>
    public string? SkillId { get; set; }

    /// <summary>The skill, in short form.</summary>
    public SkillReference? Skill { get; set; }

    /// <summary>The level that is expected; null when the tool has none on the role.</summary>
    public ExpectedProficiency? ExpectedProficiency { get; set; }

    /// <summary>The name of the level, or the number; null when no level is expected.</summary>
    [JsonIgnore]
    public string? ExpectedLevel => ExpectedProficiency is null ? null
        : Skill?.ProficiencyScale?.OrderedOptions?.Find(option => option is not null && option.Id == ExpectedProficiency.SelectedOptionId)?.Name ?? ExpectedProficiency.ToString();

    /// <summary>The skill and the level, else the id of the skill.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Skill is null ? null : string.IsNullOrEmpty(ExpectedLevel) ? Skill.ToString() : $"{Skill}: {ExpectedLevel}", SkillId);
}
