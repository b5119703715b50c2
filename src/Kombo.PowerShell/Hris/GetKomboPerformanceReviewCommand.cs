using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads performance reviews.</summary>
[Cmdlet(VerbsCommon.Get, "KomboPerformanceReview")]
[OutputType(typeof(PerformanceReview))]
[KomboOperation("GET", "hris/performance-reviews", List = "results", MaxPageSize = 250)]
public sealed class GetKomboPerformanceReviewCommand : SyncedListCommand<PerformanceReview>
{
    /// <summary>Only reviews by one of these kinds of reviewers.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("MANAGER", "DIRECT_REPORT", "PEER", "SELF")]
    [Query("types")]
    public string[]? Type { get; set; }

    /// <summary>Only reviews of one of these rounds.</summary>
    [Parameter]
    [Alias("PerformanceReviewCycleId")]
    [EntityId(typeof(PerformanceReviewCycle), Several = true)]
    [Query("review_cycle_ids")]
    public string[]? ReviewCycleId { get; set; }

    /// <summary>Only reviews of one of these employees.</summary>
    [Parameter]
    [EntityId(typeof(Employee), Several = true)]
    [Query("reviewee_ids")]
    public string[]? RevieweeId { get; set; }
}
