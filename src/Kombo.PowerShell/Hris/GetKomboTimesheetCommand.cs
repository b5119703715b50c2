using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the working times that employees recorded. Kombo offers this as an open beta.</summary>
[Cmdlet(VerbsCommon.Get, "KomboTimesheet")]
[OutputType(typeof(Timesheet))]
[KomboOperation("GET", "hris/timesheets", List = "results", MaxPageSize = 250)]
public sealed class GetKomboTimesheetCommand : SyncedListCommand<Timesheet>
{
    /// <summary>Only timesheets of this employee.</summary>
    [Parameter]
    [EntityId(typeof(Employee))]
    [Query("employee_id")]
    public string? EmployeeId { get; set; }

    /// <summary>Only work that began before this time.</summary>
    [Parameter]
    [Instant]
    [Query("started_before")]
    public DateTime? StartedBefore { get; set; }

    /// <summary>Only work that began at this time or later.</summary>
    [Parameter]
    [Instant]
    [Query("started_after")]
    public DateTime? StartedAfter { get; set; }

    /// <summary>Only work that ended at this time or earlier.</summary>
    [Parameter]
    [Instant]
    [Query("ended_before")]
    public DateTime? EndedBefore { get; set; }

    /// <summary>Only work that ended at this time or later.</summary>
    [Parameter]
    [Instant]
    [Query("ended_after")]
    public DateTime? EndedAfter { get; set; }
}
