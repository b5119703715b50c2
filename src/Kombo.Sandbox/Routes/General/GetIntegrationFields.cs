namespace Kombo.Sandbox;

/// <summary>GET integrations/{integration_id}/integration-fields.</summary>
internal sealed class GetIntegrationFields : ListRoute<IntegrationFields>
{
    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/integration-fields";

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override int MaxPageSize => 2000;

    /// <inheritdoc/>
    public override bool IsIncremental => false;

    /// <inheritdoc/>
    public override bool HasIds => false;

    /// <inheritdoc/>
    public override bool HasNextCursor => true;
}
