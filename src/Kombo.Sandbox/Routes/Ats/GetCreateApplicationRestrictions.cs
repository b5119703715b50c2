namespace Kombo.Sandbox;

/// <summary>GET ats/actions/ats_create_application.</summary>
internal sealed class GetCreateApplicationRestrictions : GetAttachmentRestrictions
{
    /// <inheritdoc/>
    protected override string Action => "ats_create_application";

    /// <inheritdoc/>
    protected override bool TakesSeveral => true;
}
