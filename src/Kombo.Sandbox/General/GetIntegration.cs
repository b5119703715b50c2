using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET integrations/{integration_id}.</summary>
internal sealed class GetIntegration : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}";

    /// <inheritdoc/>
    public override bool NeedsIntegration => false;

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => new KomboMap
    {
        ["id"] = request.Segments["integration_id"],
        ["tool"] = new KomboMap
        {
            ["id"] = "sandbox",
            ["label"] = "Sandbox",
            ["internal_label"] = null,
            ["logo_url"] = "https://sandbox.kombo.invalid/assets/sandbox/logo.svg",
            ["icon_url"] = "https://sandbox.kombo.invalid/assets/sandbox/icon.svg",
        },
        ["category"] = "HRIS",
        ["status"] = "ACTIVE",
        ["setup_status"] = "COMPLETED",
        ["end_user"] = new KomboMap { ["organization_name"] = "Sandkasten GmbH", ["creator_email"] = "it@example.com", ["origin_id"] = "customer-42" },
        ["scope_config"] = new KomboMap { ["id"] = Ids.Make("scope config", 0), ["name"] = "Everything" },
        ["data_expired_at"] = null,
        ["created_at"] = Calendar.At(-400),
        ["beta"] = false,
        ["read_models"] = Coverage.ReadModels(),
        ["write_actions"] = Coverage.WriteActions(),
    };
}
