namespace Kombo.Sandbox;

/// <summary>GET integrations/{integration_id}.</summary>
internal sealed class GetIntegration : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        Integrations.Shown(request.Table<Integrations>().Named(request.Segments["integration_id"]));
}
