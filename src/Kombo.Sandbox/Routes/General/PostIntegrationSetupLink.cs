
namespace Kombo.Sandbox;

/// <summary>POST integrations/{integration_id}/setup-link.</summary>
internal sealed class PostIntegrationSetupLink : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/setup-link";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var integration = request.Table<Integrations>().Named(request.Segments["integration_id"]);
        return Integrations.HasSetupSteps(integration)
            ? request.Table<ConnectFlows>().Open(request.Raw.Root, request.Body, integration.Id)
            : throw SandboxException.Invalid("No setup step is enabled for this integration.");
    }
}
