using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST connect/activate-integration.</summary>
internal sealed class PostConnectActivateIntegration : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "connect/activate-integration";

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(Have("token", Text));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        request.Table<ConnectFlows>().Finish((string)request.Body["token"]!);
}
