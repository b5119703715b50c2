using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates an absence in the connected tool.</summary>
[Cmdlet(VerbsCommon.New, "KomboAbsence", SupportsShouldProcess = true)]
[OutputType(typeof(Absence))]
[KomboOperation("POST", "hris/absences")]
public sealed class NewKomboAbsenceCommand : IntegrationWriteCommand<Absence>
{
    /// <summary>The employee: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Body("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>The kind of absence, see Get-KomboAbsenceType.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TypeId")]
    [EntityId(typeof(AbsenceType))]
    [KnownNames(typeof(AbsenceType))]
    [Body("absence_type_id")]
    public string AbsenceTypeId { get; set; } = "";

    /// <summary>The first day.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("start_date", Required = true)]
    public DateTime? StartDate { get; set; }

    /// <summary>The last day; the first one again for a single day.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("end_date", Required = true)]
    public DateTime? EndDate { get; set; }

    /// <summary>REQUESTED or APPROVED; the tool may approve by itself. Kombo's default is REQUESTED.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("REQUESTED", "APPROVED")]
    [Body("status")]
    public string? Status { get; set; }

    /// <summary>The first day is half a day.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag(ByCulture = true)]
    [Body("start_half_day")]
    public SwitchParameter StartHalfDay { get; set; }

    /// <summary>The last day is half a day.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag(ByCulture = true)]
    [Body("end_half_day")]
    public SwitchParameter EndHalfDay { get; set; }

    /// <summary>How long the absence is, in -Unit. Few tools take it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Number(ByCulture = true)]
    [Body("amount")]
    public double? Amount { get; set; }

    /// <summary>The unit of -Amount: HOURS or DAYS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("HOURS", "DAYS")]
    [Body("unit")]
    public string? Unit { get; set; }

    /// <summary>The employee's remark.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [AllowNull]
    [Body("employee_note", Nullable = true, Always = true)]
    public string? EmployeeNote { get; set; }

    /// <summary>When the absence begins on the first day, in the employee's time: HH:mm or HH:mm:ss. Only with -EndTime.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("start_time")]
    public string? StartTime { get; set; }

    /// <summary>When the absence ends on the last day, in the employee's time: HH:mm or HH:mm:ss. Only with -StartTime.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("end_time")]
    public string? EndTime { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }
}
