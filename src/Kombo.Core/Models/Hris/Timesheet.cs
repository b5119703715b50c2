using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A stretch of work that an employee recorded. Kombo offers this as an open beta.</summary>
[Model(Columns = [nameof(Id), nameof(StartedAt), nameof(EndedAt), nameof(ApprovalStatus), nameof(EmployeeId)])]
public sealed partial class Timesheet : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among timesheets.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string TimesheetId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The id of the employee.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>When the work began, in UTC; null for incomplete entries.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When the work ended, in UTC; null for incomplete entries.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>How far the clock of the place was from UTC, such as +02:00; null when not known.</summary>
    public string? Timezone { get; set; }

    /// <summary>The hours to be paid, as the tool says; null when it does not say, for Kombo never works them out.</summary>
    public double? PayableHours { get; set; }

    /// <summary>The minutes of unpaid breaks, as the tool says or as the breaks add up; null when not known.</summary>
    public double? UnpaidBreakMinutes { get; set; }

    /// <summary>The breaks; null when not known.</summary>
    public KomboList<TimesheetBreak>? Breaks { get; set; }

    /// <summary>PENDING, APPROVED, REJECTED, or another text; null when not known.</summary>
    public string? ApprovalStatus { get; set; }

    /// <summary>When the entry was approved, in UTC; null when it was not, or when not known.</summary>
    public DateTime? ApprovedAt { get; set; }

    /// <summary>A remark about the entry.</summary>
    public string? Comment { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>The beginning and the end in UTC, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(StartedAt is null && EndedAt is null ? null : FormattableString.Invariant($"{StartedAt:yyyy-MM-dd HH:mm}..{EndedAt:HH:mm}"), Id);
}
