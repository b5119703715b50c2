namespace Kombo.Sandbox;

/// <summary>GET ats/actions/ats_create_candidate.</summary>
internal sealed class GetCreateCandidateRestrictions : GetAttachmentRestrictions
{
    /// <inheritdoc/>
    protected override string Action => "ats_create_candidate";

    /// <inheritdoc/>
    protected override bool TakesSeveral => true;
}
