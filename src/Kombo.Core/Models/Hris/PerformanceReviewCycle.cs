using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A round of performance reviews, such as a year's.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(ReviewPeriodStartDate), nameof(RemoteId)])]
public sealed partial class PerformanceReviewCycle : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among review cycles.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string PerformanceReviewCycleId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The cycle's name.</summary>
    public string? Name { get; set; }

    /// <summary>The first day that the reviews look back on: a date without a time zone; null when not known.</summary>
    [CalendarDay]
    public DateTime? ReviewPeriodStartDate { get; set; }

    /// <summary>The cycle's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
