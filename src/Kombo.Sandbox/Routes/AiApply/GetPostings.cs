namespace Kombo.Sandbox;

/// <summary>GET ai-apply/postings.</summary>
internal sealed class GetPostings : ListRoute<Postings>
{
    /// <inheritdoc/>
    public override string Template => "ai-apply/postings";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("career_site_ids", "career_site_id"), Filter.List("job_codes", "job_code")];
}
