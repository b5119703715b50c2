using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates a career site for AI Apply, to which postings belong.</summary>
[Cmdlet(VerbsCommon.New, "KomboCareerSite", SupportsShouldProcess = true)]
[OutputType(typeof(CareerSite))]
[KomboOperation("POST", "ai-apply/career-sites")]
public sealed class NewKomboCareerSiteCommand : RowWriteCommand<CareerSite>
{
    /// <summary>The name to give it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [Body("label", Required = true)]
    public string Label { get; set; } = "";
}
