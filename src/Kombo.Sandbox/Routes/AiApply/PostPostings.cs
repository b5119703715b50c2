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
        var url = (string)request.Body["url"]!;
        if (postings.Find(url, site, code) is { } known && known["archived_at"] is null)
        {
            throw new SandboxException("AI_APPLY.JOB_POSTING_ALREADY_EXISTS", $"The career site has the posting '{known.Id}' with this address and job code already.");
        }

        var (row, isNew) = postings.Submit(url, site, code, request.Body, null);
        var answer = postings.Full(row);
        answer["availability"] = isNew ? "PENDING" : answer["availability"];
        return answer;
    }
}
