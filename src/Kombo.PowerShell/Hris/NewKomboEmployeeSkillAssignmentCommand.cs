using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Gives an employee a skill in the connected tool. Kombo offers this as a closed beta.</summary>
[Cmdlet(VerbsCommon.New, "KomboEmployeeSkillAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(EmployeeSkillAssignment))]
[KomboOperation("POST", "hris/employee-skill-assignments")]
public sealed class NewKomboEmployeeSkillAssignmentCommand : IntegrationWriteCommand<EmployeeSkillAssignment>
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

    /// <summary>The level: one of the skill's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("current_level")]
    public string? CurrentLevel { get; set; }
}
