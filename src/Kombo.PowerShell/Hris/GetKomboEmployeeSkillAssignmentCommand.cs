using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which employees have which skills. Kombo offers this as a closed beta, and serves the list in one piece.</summary>
[Cmdlet(VerbsCommon.Get, "KomboEmployeeSkillAssignment")]
[OutputType(typeof(EmployeeSkillAssignment))]
[KomboOperation("GET", "hris/employee-skill-assignments", List = "results")]
public sealed class GetKomboEmployeeSkillAssignmentCommand : FilteredListCommand<EmployeeSkillAssignment>
{
    /// <summary>The ids in the connected tool of the assignments to read.</summary>
    [Parameter]
    [EntityId(IsRemote = true, Several = true)]
    [Identifies]
    [Query("remote_ids")]
    public string[]? RemoteId { get; set; }

    /// <summary>Only assignments of one of these employees.</summary>
    [Parameter]
    [EntityId(typeof(Employee), Several = true)]
    [Query("employee_ids")]
    public string[]? EmployeeId { get; set; }

    /// <summary>Only assignments of one of these skills.</summary>
    [Parameter]
    [EntityId(typeof(Skill), Several = true)]
    [Query("skill_ids")]
    public string[]? SkillId { get; set; }

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
