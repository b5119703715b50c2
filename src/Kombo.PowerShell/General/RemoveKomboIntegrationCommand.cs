using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deletes an integration for good.</summary>
[Cmdlet(VerbsCommon.Remove, "KomboIntegration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void), typeof(Integration))]
[KomboOperation("DELETE", "integrations/{integration_id}")]
public sealed class RemoveKomboIntegrationCommand : ActionCommand
{
    /// <summary>The integration. The connection's is never meant by itself: a customer's connection is lost.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Integration))]
    [Path("integration_id")]
    [KnownIntegrations]
    public string IntegrationId { get; set; } = "";

    /// <inheritdoc/>
    private protected override string Consequence(int count) =>
        "The customer's connection is deleted permanently, with its credentials and configuration. The customer would have to connect again.";
}
