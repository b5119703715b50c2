namespace Kombo.Sandbox;

/// <summary>GET ai-apply/job-feeds.</summary>
internal sealed class GetJobFeeds : ListRoute<JobFeeds>
{
    /// <inheritdoc/>
    public override string Template => "ai-apply/job-feeds";
}
