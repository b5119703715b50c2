using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST connect/create-link.</summary>
internal sealed class PostConnectCreateLink : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "connect/create-link";

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("end_user_email", Mail),
        Have("end_user_organization_name", FilledText),
        May("end_user_origin_id", Must.Null(FilledText)),
        May("remote_environment", Must.Null(Text)),
        May("integration_category", OneOf("HRIS", "ATS", "ASSESSMENT", "LMS")),
        May("integration_tool", Must.Null(FilledText)),
        May("language", Must.Null(OneOf("en", "de", "fr", "it", "es"))),
        May("scope_config_id", Must.Null(Text)),
        May("enable_filtering", Must.Boolean),
        May("enable_field_mapping", Must.Boolean),
        May("link_type", OneOf("EMBEDDED", "MAGIC_LINK")));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var flow = new KomboMap
        {
            ["integration_category"] = "HRIS",
            ["end_user_origin_id"] = null,
            ["enable_filtering"] = false,
            ["enable_field_mapping"] = false,
        };
        foreach (var member in request.Body)
        {
            flow[member.Key] = member.Value;
        }

        if (flow.TryGetValue("remote_environment", out var environment) && environment is not null && !flow.ContainsKey("integration_tool"))
        {
            throw SandboxException.Invalid("'remote_environment' needs 'integration_tool'.");
        }

        return request.Table<ConnectFlows>().Open(request.Raw.Root, flow, null);
    }
}
