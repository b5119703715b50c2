using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read from an integration with one request for each input.</summary>
/// <typeparam name="T">What is read.</typeparam>
public abstract class IntegrationReadCommand<T> : ReadCommand<T>
{
    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
