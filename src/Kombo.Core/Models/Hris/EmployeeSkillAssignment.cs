using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>That an employee has a skill, and at which level.</summary>
[Model(Columns = [nameof(Id), nameof(EmployeeId), nameof(SkillId), nameof(CurrentLevel)])]
public sealed partial class EmployeeSkillAssignment : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among skill assignments.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string EmployeeSkillAssignmentId => Id;

    /// <summary>The id of the employee.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>The id of the skill.</summary>
    public string? SkillId { get; set; }

    /// <summary>The level, one of the skill's; null when there is none.</summary>
    public string? CurrentLevel { get; set; }

    /// <summary>The level, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(CurrentLevel, Id);
}
