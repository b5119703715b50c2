using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What one person said about the work of another, or of their own.</summary>
[Model(Columns = [nameof(Id), nameof(Type), nameof(Reviewee), nameof(Reviewer), nameof(ReviewCycle), nameof(SummaryRating)])]
public sealed partial class PerformanceReview : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among performance reviews.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string PerformanceReviewId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>What the reviewer is to the reviewee: MANAGER, DIRECT_REPORT, PEER or SELF; null when not known.</summary>
    public string? Type { get; set; }

    /// <summary>Who is reviewed, in short form.</summary>
    public EmployeeReference? Reviewee { get; set; }

    /// <summary>Who reviews, in short form; null when not known.</summary>
    public EmployeeReference? Reviewer { get; set; }

    /// <summary>The round that the review belongs to; null when it belongs to none.</summary>
    public PerformanceReviewCycle? ReviewCycle { get; set; }

    /// <summary>The overall rating; null when there is none.</summary>
    public PerformanceRating? SummaryRating { get; set; }

    /// <summary>The overall comment; null when there is none.</summary>
    public string? SummaryComment { get; set; }

    /// <summary>The reviewee and the overall rating, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Reviewee is null ? null : $"{Reviewee} {SummaryRating}", Id);
}
