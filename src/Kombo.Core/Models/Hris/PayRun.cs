using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The payroll of a legal entity for one period. Kombo offers this as a closed beta.</summary>
[Model(Columns = [nameof(Id), nameof(StartDate), nameof(EndDate), nameof(LegalEntityId), nameof(Totals)])]
public sealed partial class PayRun : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among pay runs.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string PayRunId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The first day of the period; null when not known.</summary>
    [CalendarDay]
    public DateTime? StartDate { get; set; }

    /// <summary>The last day of the period; null when not known.</summary>
    [CalendarDay]
    public DateTime? EndDate { get; set; }

    /// <summary>The Kombo id of the legal entity; null when not known.</summary>
    public string? LegalEntityId { get; set; }

    /// <summary>What all employees get together.</summary>
    public PayRunTotals? Totals { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>The first and the last day, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(StartDate is null && EndDate is null ? null : FormattableString.Invariant($"{StartDate:yyyy-MM-dd}..{EndDate:yyyy-MM-dd}"), Id);
}
