using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deprecated: reads the assessment orders that are open. Use Get-KomboAssessmentOrder -Status OPEN.</summary>
[Cmdlet(VerbsCommon.Get, "KomboOpenAssessmentOrder")]
[OutputType(typeof(AssessmentOrder))]
[KomboOperation("GET", "assessment/orders/open", List = "results", MaxPageSize = 250, Successor = "Get-KomboAssessmentOrder")]
public sealed class GetKomboOpenAssessmentOrderCommand : ListCommand<AssessmentOrder>
{
    /// <summary>How many rows to ask for at a time. All rows are read in any case; the default is the most the API allows.</summary>
    [Parameter]
    [Number(Whole = true, Min = int.MinValue, Max = int.MaxValue)]
    [Query("page_size")]
    public int? PageSize { get; set; }

    /// <summary>Where to go on with a list that broke off, as the error said.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [Query("cursor")]
    public string? Cursor { get; set; }

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
