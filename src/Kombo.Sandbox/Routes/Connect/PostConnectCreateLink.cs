using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST connect/create-link.</summary>
internal sealed class PostConnectCreateLink : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "connect/create-link";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var flow = new KomboMap
        {
            ["integration_category"] = "HRIS",
            ["end_user_origin_id"] = null,
            ["enable_filtering"] = false,
            ["enable_field_mapping"] = false,
            ["enable_static_ips"] = false,
        };
        foreach (var member in request.Body)
        {
            flow[member.Key] = member.Value;
        }

        if (flow.TryGetValue("remote_environment", out var environment) && environment is not null && !flow.ContainsKey("integration_tool"))
        {
            throw SandboxException.Invalid("'remote_environment' needs 'integration_tool'.");
        }

        var answer = request.Table<ConnectFlows>().Open(request.Raw.Root, flow, null);
        if (flow["enable_static_ips"] is true)
        {
            // Addresses that are reserved for examples.
            answer["static_ips"] = Parts.List("192.0.2.10", "192.0.2.11", "198.51.100.10");
        }

        return answer;
    }
}
