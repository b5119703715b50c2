namespace Kombo.Sandbox;

/// <summary>GET ats/applications.</summary>
internal sealed class GetApplications : ListRoute<Applications>
{
    private static readonly string[] Outcomes = ["PENDING", "HIRED", "DECLINED"];

    /// <inheritdoc/>
    public override string Template => "ats/applications";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.Enum("outcome", "outcome", Outcomes),
        Filter.Enums("outcomes", "outcome", Outcomes),
        Filter.List("job_ids", "job_id"),
        Filter.List("job_remote_ids", (row, database) => [database.Get<Jobs>().Find(row.Text("job_id"))?.RemoteId]),
        Filter.List("current_stage_ids", "current_stage_id"),
        Filter.Since("remote_created_after", "remote_created_at"),
    ];
}
