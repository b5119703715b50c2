
namespace Kombo.Sandbox;

/// <summary>PUT integrations/{integration_id}/enabled.</summary>
internal sealed class PutIntegrationEnabled : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/enabled";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<Integrations>().Named(request.Segments["integration_id"])["status"] = request.Body["value"] is true ? "ACTIVE" : "INACTIVE";
        return Nothing();
    }
}
