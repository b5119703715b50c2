namespace Kombo.Sandbox;

/// <summary>GET hris/pay-runs.</summary>
internal sealed class GetPayRuns : ListRoute<PayRuns>
{
    /// <inheritdoc/>
    public override string Template => "hris/pay-runs";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("legal_entity_ids", "legal_entity_id")];
}
