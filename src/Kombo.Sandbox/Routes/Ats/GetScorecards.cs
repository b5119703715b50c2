namespace Kombo.Sandbox;

/// <summary>GET ats/scorecards.</summary>
internal sealed class GetScorecards : ListRoute<Scorecards>
{
    /// <inheritdoc/>
    public override string Template => "ats/scorecards";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("application_ids", "application_id"), Filter.List("candidate_ids", "candidate_id")];
}
