namespace Kombo.Sandbox;

/// <summary>GET custom/datev/check-eau-permission.</summary>
internal sealed class GetDatevCheckEauPermission : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "custom/datev/check-eau-permission";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => DatevAccess.Check(request);
}
