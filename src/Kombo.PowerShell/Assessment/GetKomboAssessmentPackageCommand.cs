using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the assessment packages that you have offered to an integration.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAssessmentPackage")]
[OutputType(typeof(AssessmentPackage))]
[KomboOperation("GET", "assessment/packages", List = "packages")]
public sealed class GetKomboAssessmentPackageCommand : ListCommand<AssessmentPackage>
{
    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
