namespace Kombo.Sandbox;

/// <summary>POST ai-apply/postings.</summary>
internal sealed class PostPostings : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/postings";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var site = request.Table<CareerSites>().Require((string)request.Body["career_site_id"]!, "career_site_id");
        var code = request.Body.TryGetValue("job_code", out var given) ? (string)given! : null;
        var postings = request.Table<Postings>();
        var (row, isNew) = postings.Submit((string)request.Body["url"]!, site, code, request.Body, null);
        var answer = postings.Full(row);
        answer["availability"] = isNew ? "PENDING" : answer["availability"];
        return answer;
    }
}
