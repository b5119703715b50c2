namespace Kombo.Sandbox;

/// <summary>GET ats/jobs.</summary>
internal sealed class GetJobs : ListRoute<Jobs>
{
    private static readonly string[] Statuses = ["OPEN", "CLOSED", "DRAFT", "ARCHIVED"];

    /// <inheritdoc/>
    public override string Template => "ats/jobs";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.List("job_codes", "job_code"),
        Filter.Text("post_url", "post_url"),
        Filter.Enum("status", "status", Statuses),
        Filter.Enums("statuses", "status", Statuses),
        Filter.Enums("employment_types", "employment_type", "FULL_TIME", "PART_TIME", "CONTRACT", "SEASONAL", "INTERNSHIP"),
        Filter.Enums("visibilities", "visibility", "PUBLIC", "INTERNAL", "UNLISTED", "CONFIDENTIAL"),
        Filter.Since("remote_created_after", "remote_created_at"),
        Filter.Contains("name_contains", "name"),
    ];
}
