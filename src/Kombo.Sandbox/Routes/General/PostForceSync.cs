
namespace Kombo.Sandbox;

/// <summary>POST force-sync.</summary>
internal sealed class PostForceSync : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "force-sync";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        request.Table<Syncs>().Start(request.Raw.IntegrationId!, request.Body.TryGetValue("type", out var type) ? (string)type! : "FULL");
}
