
namespace Kombo.Sandbox;

/// <summary>POST ai-apply/job-feeds.</summary>
internal sealed class PostJobFeeds : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/job-feeds";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        return request.Table<JobFeeds>().Create((string)request.Body["label"]!).Fields;
    }
}
