using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads positions, requisitions and jobs of the HR tool.</summary>
[Cmdlet(VerbsCommon.Get, "KomboStaffingEntity")]
[OutputType(typeof(StaffingEntity))]
[KomboOperation("GET", "hris/staffing-entities", List = "results", MaxPageSize = 250)]
public sealed class GetKomboStaffingEntityCommand : SyncedListCommand<StaffingEntity>
{
    /// <summary>Only entities of one of these kinds.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("JOB", "POSITION", "REQUISITION")]
    [Query("model_types")]
    public string[]? ModelType { get; set; }

    /// <summary>Only entities in one of these states.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("OPEN_LIMITED", "OPEN_UNLIMITED", "PENDING", "FROZEN", "FILLED", "CLOSED")]
    [Query("statuses")]
    public string[]? Status { get; set; }
}
