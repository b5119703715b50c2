namespace Kombo.Sandbox;

/// <summary>GET hris/performance-review-cycles.</summary>
internal sealed class GetPerformanceReviewCycles : ListRoute<PerformanceReviewCycles>
{
    /// <inheritdoc/>
    public override string Template => "hris/performance-review-cycles";
}
