using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET check-api-key.</summary>
internal sealed class GetCheckApiKey : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "check-api-key";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        new KomboMap { ["environment_id"] = SandboxDefaults.EnvironmentId, ["customer_id"] = SandboxDefaults.EnvironmentId };
}
