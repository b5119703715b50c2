namespace Kombo.Sandbox;

/// <summary>GET ats/actions/ats_add_application_attachment.</summary>
internal sealed class GetAddApplicationAttachmentRestrictions : GetAttachmentRestrictions
{
    /// <inheritdoc/>
    protected override string Action => "ats_add_application_attachment";

    /// <inheritdoc/>
    protected override bool TakesSeveral => false;
}
