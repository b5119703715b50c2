namespace Kombo.Sandbox;

/// <summary>GET assessment/orders.</summary>
internal sealed class GetAssessmentOrders : ListRoute<AssessmentOrders>
{
    /// <inheritdoc/>
    public override string Template => "assessment/orders";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Enums("statuses", "status", "OPEN", "COMPLETED", "CANCELLED", "REJECTED"),
        Filter.Since("created_after", "created_at"),
    ];
}
