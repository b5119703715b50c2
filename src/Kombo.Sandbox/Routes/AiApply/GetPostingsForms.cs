using Kombo.Json;

namespace Kombo.Sandbox;

/// <summary>GET ai-apply/postings/forms: postings with their forms.</summary>
internal sealed class GetPostingsForms : ListRoute<Postings>
{
    /// <inheritdoc/>
    public override string Template => "ai-apply/postings/forms";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("career_site_ids", "career_site_id"), Filter.List("job_codes", "job_code")];

    /// <inheritdoc/>
    protected override byte[] Json(Postings table, Row row) => PlainJson.ToBytes(table.WithForm(row));
}
