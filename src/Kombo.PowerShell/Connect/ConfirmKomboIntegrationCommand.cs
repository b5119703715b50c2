using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which integration a connection flow has made, by the old operation.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "KomboIntegration", SupportsShouldProcess = true)]
[OutputType(typeof(ConnectedIntegration))]
[KomboOperation("POST", "connect/activate-integration", Successor = "Resolve-KomboConnectionToken")]
public sealed class ConfirmKomboIntegrationCommand : RowWriteCommand<ConnectedIntegration>
{
    /// <summary>The token.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Text(Column = "Token", Secret = true)]
    [Body("token", Required = true, Secret = true)]
    public string Token { get; set; } = "";
}
