namespace Kombo.Sandbox;

/// <summary>GET ai-apply/job-feeds.</summary>
internal sealed class GetJobFeeds : ListRoute<JobFeeds>
{
    /// <inheritdoc/>
    public override string Template => "ai-apply/job-feeds";

    /// <inheritdoc/>
    public override bool IsIncremental => false;

    /// <inheritdoc/>
    public override bool HasIds => false;

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("ids", "id")];
}
