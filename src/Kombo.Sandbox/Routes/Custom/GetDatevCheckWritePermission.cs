namespace Kombo.Sandbox;

/// <summary>GET custom/datev/check-write-permission.</summary>
internal sealed class GetDatevCheckWritePermission : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "custom/datev/check-write-permission";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => DatevAccess.Check(request);
}
