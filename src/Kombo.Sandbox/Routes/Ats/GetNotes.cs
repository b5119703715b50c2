namespace Kombo.Sandbox;

/// <summary>GET ats/notes.</summary>
internal sealed class GetNotes : ListRoute<Notes>
{
    /// <inheritdoc/>
    public override string Template => "ats/notes";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("application_ids", "application_id"), Filter.List("candidate_ids", "candidate_id")];
}
