using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>
/// The links into the connection flow. Nobody walks through it here: a link ends with the token that the flow would hand
/// out, and who redeems the token finds the flow finished.
/// </summary>
internal sealed class ConnectFlows : Table
{
    private const string IntegrationId = "integration_id";

    /// <inheritdoc/>
    public override string Noun => "connection flow";

    /// <summary>Makes a link.</summary>
    /// <param name="root">The address of the API.</param>
    /// <param name="fields">What the flow is for.</param>
    /// <param name="integrationId">The integration; null for one that does not exist yet.</param>
    /// <returns>The answer.</returns>
    public KomboMap Open(Uri root, KomboMap fields, string? integrationId)
    {
        var now = Calendar.Parse(Database.Now());
        var isMagic = fields.TryGetValue("link_type", out var type) && type is "MAGIC_LINK";
        var expires = KomboTime.FormatInstant(isMagic ? now.AddYears(1) : now.AddHours(1));
        var flow = Add(new KomboMap(fields) { ["id"] = NextId, [IntegrationId] = integrationId, ["expires_at"] = expires });
        return new KomboMap { ["link"] = new Uri(root, $"/connect/{flow.Id}?expires_at={Uri.EscapeDataString(expires)}").AbsoluteUri };
    }

    /// <summary>The integration that the flow with this token has led to.</summary>
    /// <returns>The answer.</returns>
    public KomboMap Finish(string token)
    {
        var flow = Require(token, "token");
        if (string.CompareOrdinal(Database.Now(), flow.Text("expires_at")) > 0)
        {
            throw SandboxException.Invalid("The token has expired.");
        }

        var integrations = Database.Get<Integrations>();
        if (flow.Text(IntegrationId) is not { } id)
        {
            id = integrations.Connect(flow.Text("integration_tool") ?? "sandbox", flow.Fields).Id;
            flow[IntegrationId] = id;
        }

        var integration = integrations.Named(id);
        Integrations.Configure(integration, flow["scope_config_id"]);
        var customer = (KomboMap)integration["end_user"]!;
        return new KomboMap
        {
            ["tool"] = id.Split(':')[0],
            ["id"] = id,
            ["end_user_origin_id"] = customer["origin_id"],
            ["end_user_organization_name"] = customer["organization_name"],
            ["end_user_email"] = customer["creator_email"],
            ["setup_status"] = integration["setup_status"],
        };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
    }
}
