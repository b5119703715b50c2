namespace Kombo.Sandbox;

/// <summary>GET ai-apply/career-sites.</summary>
internal sealed class GetCareerSites : ListRoute<CareerSites>
{
    /// <inheritdoc/>
    public override string Template => "ai-apply/career-sites";

    /// <inheritdoc/>
    public override bool IsIncremental => false;

    /// <inheritdoc/>
    public override bool HasIds => false;

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("ids", "id")];
}
