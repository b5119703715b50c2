using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET ai-apply/unified-api/jobs: postings in the shape of jobs, five a page.</summary>
internal sealed class GetUnifiedJobs : ListRoute<Postings>
{
    private static readonly string[] Unknown =
    [
        "description", "confidential", "weekly_hours", "category", "department", "experience_level", "salary_amount", "salary_amount_from", "salary_amount_to",
        "salary_currency", "custom_fields", "opened_at", "closed_at", "remote_created_at", "remote_updated_at", "contact_id", "remote_data", "remote_deleted_at",
        "remote_url", "visibility", "remote_work_status", "salary_period",
    ];

    /// <inheritdoc/>
    public override string Template => "ai-apply/unified-api/jobs";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("job_codes", "job_code"), Filter.List("career_site_ids", "career_site_id")];

    /// <inheritdoc/>
    protected override bool Shows(Row row) => row.Text("availability") == "APPLYABLE";

    /// <inheritdoc/>
    protected override byte[] Json(Postings table, Row row)
    {
        var job = new KomboMap
        {
            ["id"] = row.Id,
            ["remote_id"] = "virtual-" + row.Id,
            ["name"] = row["job_code"] ?? row["url"],
            ["job_code"] = row["job_code"],
            ["post_url"] = row["url"],
            ["status"] = "OPEN",
            ["changed_at"] = row["updated_at"],
            ["integration_fields"] = Parts.List(),
            ["stages"] = Parts.List(),
            ["screening_questions"] = Parts.List(),
            ["job_postings"] = Parts.List(),
            ["hiring_team"] = Parts.List(),
        };
        foreach (var name in Unknown)
        {
            job[name] = null;
        }

        return PlainJson.ToBytes(job);
    }
}
