using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that change something in the tool of an integration, and whose operation answers with nothing.</summary>
public abstract class IntegrationActionCommand : ActionCommand
{
    /// <summary>The integration to work on; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
