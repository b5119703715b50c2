using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads assessments and background checks that were ordered in the ATS.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAssessmentOrder")]
[OutputType(typeof(AssessmentOrder))]
[KomboOperation("GET", "assessment/orders", List = "results", MaxPageSize = 250)]
public sealed class GetKomboAssessmentOrderCommand : PagedListCommand<AssessmentOrder>
{
    /// <summary>Only orders in one of these states: OPEN, COMPLETED, CANCELLED or REJECTED.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("OPEN", "COMPLETED", "CANCELLED", "REJECTED")]
    [Query("statuses")]
    public string[]? Status { get; set; }

    /// <summary>Only orders made since this time. Orders that have changed since are not found by it.</summary>
    [Parameter]
    [Instant]
    [Query("created_after")]
    public DateTime? CreatedAfter { get; set; }

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
