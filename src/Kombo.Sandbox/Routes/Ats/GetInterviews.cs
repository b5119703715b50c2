namespace Kombo.Sandbox;

/// <summary>GET ats/interviews.</summary>
internal sealed class GetInterviews : ListRoute<Interviews>
{
    /// <inheritdoc/>
    public override string Template => "ats/interviews";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("job_ids", (row, database) => [database.Get<Applications>().Find(row.Text("application_id"))?.Text("job_id")])];
}
