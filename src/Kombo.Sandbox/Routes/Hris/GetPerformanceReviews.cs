namespace Kombo.Sandbox;

/// <summary>GET hris/performance-reviews.</summary>
internal sealed class GetPerformanceReviews : ListRoute<PerformanceReviews>
{
    /// <inheritdoc/>
    public override string Template => "hris/performance-reviews";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Enums("types", "type", "MANAGER", "DIRECT_REPORT", "PEER", "SELF"),
        Filter.List("review_cycle_ids", "cycle_id"),
        Filter.List("reviewee_ids", "reviewee_id"),
    ];
}
