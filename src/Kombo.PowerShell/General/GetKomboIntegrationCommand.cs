using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads what an integration is, what state it is in, and what can be read and written with it.</summary>
[Cmdlet(VerbsCommon.Get, "KomboIntegration")]
[OutputType(typeof(Integration))]
[KomboOperation("GET", "integrations/{integration_id}")]
public sealed class GetKomboIntegrationCommand : ReadCommand<Integration>
{
    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
