
namespace Kombo.Sandbox;

/// <summary>POST ai-apply/career-sites.</summary>
internal sealed class PostCareerSites : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/career-sites";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        return request.Table<CareerSites>().Create((string)request.Body["label"]!).Fields;
    }
}
