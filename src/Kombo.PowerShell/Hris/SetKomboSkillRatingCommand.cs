using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Gives an employee a skill, with or without a level. Little of this operation is documented.</summary>
[Cmdlet(VerbsCommon.Set, "KomboSkillRating", SupportsShouldProcess = true)]
[OutputType(typeof(SkillRating))]
[KomboOperation("POST", "hris/skill-proficiency-ratings")]
public sealed class SetKomboSkillRatingCommand : IntegrationWriteCommand<SkillRating>
{
    /// <summary>The employee.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee))]
    [Body("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>The skill.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Skill))]
    [Body("skill_id")]
    public string SkillId { get; set; } = "";

    /// <summary>The level of a skill with a NUMERIC scale.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Number(ByCulture = true)]
    [Body("rating.proficiency")]
    public double? ProficiencyValue { get; set; }

    /// <summary>The level of a skill with a SINGLE_SELECT scale: the id of one of its options.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(ProficiencyOption))]
    [Body("rating.proficiency")]
    public string? ProficiencyOptionId { get; set; }

    /// <summary>Who says so. Other sources keep their ratings.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("EXTERNAL", "MANAGER", "SELF")]
    [Body("rating.rating_source")]
    public string? RatingSource { get; set; }
}
