using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Replaces the list of the assessment packages that you offer to an integration.</summary>
[Cmdlet(VerbsCommon.Set, "KomboAssessmentPackage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[KomboOperation("PUT", "assessment/packages")]
public sealed class SetKomboAssessmentPackageCommand : FullListCommand<object>
{
    /// <summary>Your own id of the package. Orders name it.</summary>
    [Parameter]
    [Alias("AssessmentPackageId")]
    [EntityId(typeof(AssessmentPackage), AllowRemote = true)]
    [Item("id", Required = true, Unique = true)]
    public string? Id { get; set; }

    /// <summary>The name that people see in the ATS.</summary>
    [Parameter]
    [Text]
    [Item("name", Required = true)]
    public string? Name { get; set; }

    /// <summary>BEHAVIORAL, VIDEO_INTERVIEW, SKILLS_TEST, BACKGROUND_CHECK or REFERENCE_CHECK.</summary>
    [Parameter]
    [Text]
    [KnownValues("BEHAVIORAL", "VIDEO_INTERVIEW", "SKILLS_TEST", "BACKGROUND_CHECK", "REFERENCE_CHECK")]
    [Item("type", Required = true)]
    public string? Type { get; set; }

    /// <summary>What the package is about; some tools show it.</summary>
    [Parameter]
    [Text]
    [Item("description", Required = true)]
    public string? Description { get; set; }

    /// <summary>The integration to work on; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>The packages, as the API takes them.</summary>
    [Body("packages", Required = true)]
    internal KomboList<object?> Package => Items;

    /// <inheritdoc/>
    private protected override Type? RowModel => typeof(AssessmentPackage);

    /// <inheritdoc/>
    private protected override string Consequence(int count) => count == 0
        ? "All packages of the integration are marked as deleted."
        : string.Format(CultureInfo.InvariantCulture, "{0:N0} package(s) replace the whole list of the integration; packages that are not among them are marked as deleted.", count);

    /// <inheritdoc/>
    private protected override void Output(object answer)
    {
    }
}
