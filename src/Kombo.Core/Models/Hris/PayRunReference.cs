using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A pay run, in short form.</summary>
public sealed partial class PayRunReference : KomboObject
{
    /// <summary>The Kombo id of the pay run.</summary>
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

    /// <summary>The first and the last day, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(StartDate is null && EndDate is null ? null : FormattableString.Invariant($"{StartDate:yyyy-MM-dd}..{EndDate:yyyy-MM-dd}"), Id);
}
