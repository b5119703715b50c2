using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads absences.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAbsence")]
[OutputType(typeof(Absence))]
[KomboOperation("GET", "hris/absences", List = "results", MaxPageSize = 250)]
public sealed class GetKomboAbsenceCommand : SyncedListCommand<Absence>
{
    /// <summary>Only absences that end on this day or later.</summary>
    [Parameter]
    [Date]
    [Query("date_from")]
    public DateTime? DateFrom { get; set; }

    /// <summary>Only absences that begin on this day or earlier.</summary>
    [Parameter]
    [Date]
    [Query("date_until")]
    public DateTime? DateUntil { get; set; }

    /// <summary>Only absences of one of these kinds.</summary>
    [Parameter]
    [EntityId(typeof(AbsenceType), Several = true)]
    [KnownNames(typeof(AbsenceType))]
    [Query("type_ids")]
    public string[]? TypeId { get; set; }

    /// <summary>Only absences of this employee.</summary>
    [Parameter]
    [EntityId(typeof(Employee))]
    [Query("employee_id")]
    public string? EmployeeId { get; set; }

    /// <summary>Deprecated: use -DateFrom.</summary>
    [Parameter(DontShow = true)]
    [Instant]
    [Query("time_from")]
    public DateTime? TimeFrom { get; set; }

    /// <summary>Deprecated: use -DateUntil.</summary>
    [Parameter(DontShow = true)]
    [Instant]
    [Query("time_until")]
    public DateTime? TimeUntil { get; set; }
}
