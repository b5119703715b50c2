using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that change something in the tool of an integration.</summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class IntegrationWriteCommand<T> : RowWriteCommand<T>
{
    /// <summary>The integration to work on; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
