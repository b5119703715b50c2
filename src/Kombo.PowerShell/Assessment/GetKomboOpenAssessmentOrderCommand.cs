using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deprecated: reads the assessment orders that are open. Use Get-KomboAssessmentOrder -Status OPEN.</summary>
[Cmdlet(VerbsCommon.Get, "KomboOpenAssessmentOrder")]
[OutputType(typeof(AssessmentOrder))]
[KomboOperation("GET", "assessment/orders/open", List = "results", MaxPageSize = 250, Successor = "Get-KomboAssessmentOrder")]
public sealed class GetKomboOpenAssessmentOrderCommand : CursorListCommand<AssessmentOrder>
{
    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
