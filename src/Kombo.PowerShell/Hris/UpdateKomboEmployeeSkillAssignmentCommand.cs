using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Changes at which level an employee has a skill. Kombo offers this as a closed beta.</summary>
[Cmdlet(VerbsData.Update, "KomboEmployeeSkillAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(EmployeeSkillAssignment))]
[KomboOperation("PATCH", "hris/employee-skill-assignments/{employee_skill_assignment_id}")]
public sealed class UpdateKomboEmployeeSkillAssignmentCommand : IntegrationWriteCommand<EmployeeSkillAssignment>
{
    /// <summary>The skill assignment.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(EmployeeSkillAssignment))]
    [Path("employee_skill_assignment_id")]
    public string EmployeeSkillAssignmentId { get; set; } = "";

    /// <summary>The new level: one of the skill's; null takes the level away.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [AllowNull]
    [Body("current_level", Nullable = true, Required = true)]
    public string? CurrentLevel { get; set; }
}
