using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The integrations that something has happened to. Every other id of the tool "sandbox" stands for one as it was made.</summary>
internal sealed class Integrations : Table
{
    /// <summary>What the members that are not sent begin with.</summary>
    private const string Hidden = "_";

    private const string SetupSteps = Hidden + "setup_steps";

    /// <inheritdoc/>
    public override string Noun => "integration";

    /// <summary>An integration that something has happened to, deleted ones included; null for one as it was made.</summary>
    public Row? Touched(string id) => Rows.Find(row => row.Id == id);

    /// <summary>An integration; it must not be a deleted one.</summary>
    public Row Named(string id) => Touched(id) ?? Make(id, "HRIS", "Sandkasten GmbH", "it@example.com", "customer-42", hasSetupSteps: true);

    /// <summary>One that a customer has just connected.</summary>
    public Row Connect(string tool, KomboMap flow) => Make(
        $"{tool}:{NextId}",
        (string)flow["integration_category"]!,
        (string)flow["end_user_organization_name"]!,
        (string)flow["end_user_email"]!,
        flow["end_user_origin_id"] as string,
        flow["enable_filtering"] is true || flow["enable_field_mapping"] is true);

    /// <summary>Whether the customer has anything to set up.</summary>
    public static bool HasSetupSteps(Row integration) => integration[SetupSteps] is true;

    /// <summary>An integration as the API shows it.</summary>
    public static KomboMap Shown(Row integration) =>
        new(integration.Fields.Where(entry => entry.Key != "remote_deleted_at" && !entry.Key.StartsWith(Hidden, StringComparison.Ordinal)));

    /// <summary>Switches to another scope configuration.</summary>
    public static void Configure(Row integration, object? scopeConfigId)
    {
        if (scopeConfigId is string id)
        {
            integration["scope_config"] = new KomboMap { ["id"] = id, ["name"] = null };
        }
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
    }

    private Row Make(string id, string category, string organization, string? email, string? origin, bool hasSetupSteps)
    {
        var tool = FailureTrigger.Is(id) ? "sandbox" : id.Split(':')[0];
        return Add(new KomboMap
        {
            ["id"] = id,
            ["tool"] = new KomboMap
            {
                ["id"] = tool,
                ["label"] = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(tool),
                ["internal_label"] = null,
                ["logo_url"] = $"https://sandbox.kombo.invalid/assets/{tool}/logo.svg",
                ["icon_url"] = $"https://sandbox.kombo.invalid/assets/{tool}/icon.svg",
            },
            ["category"] = category,
            ["status"] = "ACTIVE",
            ["setup_status"] = "COMPLETED",
            ["end_user"] = new KomboMap { ["organization_name"] = organization, ["creator_email"] = email, ["origin_id"] = origin },
            ["scope_config"] = new KomboMap { ["id"] = Ids.Make("scope config", 0), ["name"] = "Everything" },
            ["data_expired_at"] = null,
            ["created_at"] = Calendar.At(-400),
            ["beta"] = false,
            ["read_models"] = Coverage.ReadModels(),
            ["write_actions"] = Coverage.WriteActions(),
            [SetupSteps] = hasSetupSteps,
        });
    }
}
