namespace Kombo.Sandbox;

/// <summary>GET ai-apply/career-sites.</summary>
internal sealed class GetCareerSites : ListRoute<CareerSites>
{
    /// <inheritdoc/>
    public override string Template => "ai-apply/career-sites";
}
