namespace Kombo.Sandbox;

/// <summary>GET ats/candidates.</summary>
internal sealed class GetCandidates : ListRoute<Candidates>
{
    /// <inheritdoc/>
    public override string Template => "ats/candidates";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        new Filter("email", (value, _) => row => Candidates.Mails(row).Contains(value, StringComparer.OrdinalIgnoreCase)),
        Filter.List("job_ids", (row, database) => database.Get<Applications>().Of(row.Id).Select(application => application.Text("job_id"))),
        Filter.Text("first_name", "first_name", ignoreCase: true),
        Filter.Text("last_name", "last_name", ignoreCase: true),
    ];
}
