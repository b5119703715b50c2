using System.Text.Json.Serialization;
using Kombo.Json;

namespace Kombo.Models;

/// <summary>A period in which an employee is away.</summary>
[Model(Columns = [nameof(Id), nameof(Type), nameof(StartDate), nameof(EndDate), nameof(Amount), nameof(Status), nameof(EmployeeId)])]
public sealed partial class Absence : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among absences.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AbsenceId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The id of the employee who is away.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>The id of the absence type.</summary>
    public string? TypeId { get; set; }

    /// <summary>The absence type; null when there is none or the answer leaves it out, as those to writes do.</summary>
    public AbsenceType? Type { get; set; }

    /// <summary>The first day: a date without a time zone.</summary>
    [CalendarDay]
    public DateTime? StartDate { get; set; }

    /// <summary>The last day, included: a date without a time zone; null when open.</summary>
    [CalendarDay]
    public DateTime? EndDate { get; set; }

    /// <summary>Whether only half of the first day is taken; null where the type has no half days.</summary>
    public bool? StartHalfDay { get; set; }

    /// <summary>Whether only half of the last day is taken; null where the type has no half days.</summary>
    public bool? EndHalfDay { get; set; }

    /// <summary>The time of day at the start, as HH:mm:ss without a time zone; null for whole days.</summary>
    public string? StartTime { get; set; }

    /// <summary>The time of day at the end, as HH:mm:ss without a time zone; null for whole days.</summary>
    public string? EndTime { get; set; }

    /// <summary>How much time is taken, in <see cref="Unit"/>.</summary>
    public double? Amount { get; set; }

    /// <summary>HOURS or DAYS; null when not known.</summary>
    public string? Unit { get; set; }

    /// <summary>REQUESTED, APPROVED, DECLINED, CANCELLED, DELETED, or the text of the source; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>The note of the employee.</summary>
    public string? EmployeeNote { get; set; }

    /// <summary>Deprecated: the id of the employee who approves.</summary>
    public string? ApproverId { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The type and the days, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var from = StartDate is { } start ? KomboTime.FormatBareDate(start) : null;
        var until = EndDate is { } end ? KomboTime.FormatBareDate(end) : null;
        var days = from == until ? from : $"{from}..{until}";
        return FirstOf($"{Type} {days}", Id);
    }
}
