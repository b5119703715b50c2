using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that make a link for an integration that exists.</summary>
public abstract class IntegrationLinkCommand : LinkCommand
{
    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <inheritdoc/>
    private protected override Action<ConnectLink> Description(KomboConnection connection)
    {
        var id = IntegrationId ?? connection.IntegrationId;
        return link => link.IntegrationId ??= id;
    }
}
