using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST integrations/{integration_id}/relink.</summary>
internal sealed class PostIntegrationRelink : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}/relink";

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        May("language", Must.Null(OneOf("en", "de", "fr", "it", "es"))),
        May("scope_config_id", Must.Null(Text)),
        May("link_type", OneOf("EMBEDDED", "MAGIC_LINK")));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) =>
        request.Table<ConnectFlows>().Open(request.Raw.Root, request.Body, request.Table<Integrations>().Named(request.Segments["integration_id"]).Id);
}
