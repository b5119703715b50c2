namespace Kombo.Sandbox;

/// <summary>GET ats/actions/ats_add_candidate_attachment.</summary>
internal sealed class GetAddCandidateAttachmentRestrictions : GetAttachmentRestrictions
{
    /// <inheritdoc/>
    protected override string Action => "ats_add_candidate_attachment";

    /// <inheritdoc/>
    protected override bool TakesSeveral => false;
}
