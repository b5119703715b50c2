
namespace Kombo.Sandbox;

/// <summary>POST integrations/{integration_id}/relink.</summary>
internal sealed class PostIntegrationRelink : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/relink";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        request.Table<ConnectFlows>().Open(request.Raw.Root, request.Body, request.Table<Integrations>().Named(request.Segments["integration_id"]).Id);
}
