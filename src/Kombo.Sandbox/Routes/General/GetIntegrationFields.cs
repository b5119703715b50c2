namespace Kombo.Sandbox;

/// <summary>GET integrations/{integration_id}/integration-fields.</summary>
internal sealed class GetIntegrationFields : ListRoute<IntegrationFields>
{
    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/integration-fields";
}
