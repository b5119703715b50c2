namespace Kombo.Sandbox;

/// <summary>GET ai-apply/applications.</summary>
internal sealed class GetAiApplyApplications : ListRoute<AiApplyApplications>
{
    /// <inheritdoc/>
    public override string Template => "ai-apply/applications";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("job_posting_ids", "job_posting_id")];
}
