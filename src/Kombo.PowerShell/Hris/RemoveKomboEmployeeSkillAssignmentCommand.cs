using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Takes a skill away from an employee. Kombo offers this as a closed beta.</summary>
[Cmdlet(VerbsCommon.Remove, "KomboEmployeeSkillAssignment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(EmployeeSkillAssignment))]
[KomboOperation("DELETE", "hris/employee-skill-assignments/{employee_skill_assignment_id}")]
public sealed class RemoveKomboEmployeeSkillAssignmentCommand : IntegrationWriteCommand<EmployeeSkillAssignment>
{
    /// <summary>The skill assignment.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(EmployeeSkillAssignment))]
    [Path("employee_skill_assignment_id")]
    public string EmployeeSkillAssignmentId { get; set; } = "";
}
