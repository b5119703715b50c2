using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that make a link for an integration that exists.</summary>
public abstract class IntegrationLinkCommand : LinkCommand
{
    private string? _connectionIntegrationId;

    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <inheritdoc/>
    private protected override KomboRequest Prepare(ICollection<string> given, KomboConnection connection)
    {
        _connectionIntegrationId = connection.IntegrationId;
        return base.Prepare(given, connection);
    }

    /// <inheritdoc/>
    private protected override void Describe(ConnectLink link) => link.IntegrationId ??= IntegrationId ?? _connectionIntegrationId;
}
