
namespace Kombo.Sandbox;

/// <summary>POST connect/activate-integration.</summary>
internal sealed class PostConnectActivateIntegration : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "connect/activate-integration";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        request.Table<ConnectFlows>().Finish((string)request.Body["token"]!);
}
