using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The base of the cmdlets that apply for a job in the tool of an integration.</summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class IntegrationCandidateWriteCommand<T> : CandidateWriteCommand<T>
{
    /// <summary>The integration to work on; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
