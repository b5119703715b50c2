
namespace Kombo.Sandbox;

/// <summary>PUT integrations/{integration_id}/custom-fields/{custom_field_id}.</summary>
internal sealed class PutCustomField : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/custom-fields/{custom_field_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var fields = request.Table<CustomFields>();
        var field = request.Named<CustomFields>("custom_field_id");
        var source = request.Body["integration_field_id"] is string id ? request.Table<IntegrationFields>().Require(id, "integration_field_id") : null;
        if (source is not null && source.Text("model") != field.Text("model"))
        {
            throw SandboxException.Invalid($"'integration_field_id' is a field of {source.Text("model")}, and the custom field is one of {field.Text("model")}.");
        }

        field[CustomFields.Source] = source?.Id;
        return fields.Shown(field);
    }
}
