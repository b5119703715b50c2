namespace Kombo.Sandbox;

/// <summary>GET ats/attachments: files that the sync copied to the customer's bucket.</summary>
internal sealed class GetAttachments : ListRoute<Attachments>
{
    /// <inheritdoc/>
    public override string Template => "ats/attachments";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("application_ids", "application_id"), Filter.List("candidate_ids", Attachments.CandidateId)];
}
