namespace Kombo.Sandbox;

/// <summary>GET connect/integration-by-token/{token}.</summary>
internal sealed class GetConnectIntegrationByToken : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "connect/integration-by-token/{token}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        request.Table<ConnectFlows>().Finish(request.Segments["token"]);
}
