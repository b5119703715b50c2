namespace Kombo.Sandbox;

/// <summary>GET integrations/{integration_id}/custom-fields.</summary>
internal sealed class GetCustomFields : ListRoute<CustomFields>
{
    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/custom-fields";
}
