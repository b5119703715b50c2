using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which integration a connection flow has made, by the token that the flow hands out.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "KomboConnectionToken")]
[OutputType(typeof(ConnectedIntegration))]
[KomboOperation("GET", "connect/integration-by-token/{token}")]
public sealed class ResolveKomboConnectionTokenCommand : ReadCommand<ConnectedIntegration>
{
    /// <summary>The token.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Text(Column = "Token", Secret = true)]
    [Path("token", Secret = true)]
    public string Token { get; set; } = "";
}
