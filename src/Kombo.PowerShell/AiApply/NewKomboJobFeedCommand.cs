using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates a job feed for AI Apply, into which postings are imported.</summary>
[Cmdlet(VerbsCommon.New, "KomboJobFeed", SupportsShouldProcess = true)]
[OutputType(typeof(JobFeed))]
[KomboOperation("POST", "ai-apply/job-feeds")]
public sealed class NewKomboJobFeedCommand : RowWriteCommand<JobFeed>
{
    /// <summary>The name to give it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [Body("label", Required = true)]
    public string Label { get; set; } = "";
}
