
namespace Kombo.Sandbox;

/// <summary>PATCH integrations/{integration_id}/integration-fields/{integration_field_id}.</summary>
internal sealed class PatchIntegrationField : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PATCH";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/integration-fields/{integration_field_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var field = request.Named<IntegrationFields>("integration_field_id");
        if (request.Body["enable_passthrough"] is bool enabled)
        {
            field["is_passthrough_enabled"] = enabled;
        }

        return field.Fields;
    }
}
