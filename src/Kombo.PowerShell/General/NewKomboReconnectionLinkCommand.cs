using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Makes a link with which a customer renews the credentials of an integration.</summary>
[Cmdlet(VerbsCommon.New, "KomboReconnectionLink", SupportsShouldProcess = true)]
[OutputType(typeof(ConnectLink))]
[KomboOperation("POST", "integrations/{integration_id}/relink")]
public sealed class NewKomboReconnectionLinkCommand : IntegrationLinkCommand
{
    /// <summary>The scope configuration that applies once the flow is finished; without it, the present one stays.</summary>
    [Parameter]
    [EntityId("ScopeConfig")]
    [Body("scope_config_id", Nullable = true)]
    public string? ScopeConfigId { get; set; }
}
