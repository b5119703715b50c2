using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of the cmdlets that switch an integration on and off.</summary>
public abstract class IntegrationSwitchCommand : ActionCommand
{
    /// <summary>The integration. The connection's is never meant by itself.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Integration))]
    [Path("integration_id")]
    [KnownIntegrations]
    public string IntegrationId { get; set; } = "";
}
