namespace Kombo.Sandbox;

/// <summary>GET integrations/{integration_id}/custom-fields.</summary>
internal sealed class GetCustomFields : ListRoute<CustomFields>
{
    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/custom-fields";

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override bool IsIncremental => false;

    /// <inheritdoc/>
    public override bool HasIds => false;

    /// <inheritdoc/>
    public override bool HasNextCursor => true;
}
