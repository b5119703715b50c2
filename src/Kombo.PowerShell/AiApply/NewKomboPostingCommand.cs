using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Submits a posting to AI Apply, which reads it in the background.</summary>
[Cmdlet(VerbsCommon.New, "KomboPosting", SupportsShouldProcess = true)]
[OutputType(typeof(Posting))]
[KomboOperation("POST", "ai-apply/postings")]
public sealed class NewKomboPostingCommand : RowWriteCommand<Posting>
{
    /// <summary>The address of the posting, with http or https.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Text(Longest = 2000)]
    [ValidatePattern("^https?://")]
    [Body("url", Required = true)]
    public string Url { get; set; } = "";

    /// <summary>The career site: an id, or an object of Get-KomboCareerSite.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(CareerSite))]
    [Body("career_site_id", Required = true)]
    public string CareerSiteId { get; set; } = "";

    /// <summary>A code of your own for the job.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("job_code")]
    public string? JobCode { get; set; }

    /// <summary>Where the job is: a hashtable with country (two letters) and postal_code. $null erases what is stored; without it, that is kept.</summary>
    [Parameter]
    [AllowNull]
    [Map]
    [Body("location", Nullable = true)]
    public IDictionary? Location { get; set; }

    /// <summary>The country of the job, two letters such as DE.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("location.country")]
    public string? Country { get; set; }

    /// <summary>The postal code of the job. Only with -Country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("location.postal_code")]
    public string? PostalCode { get; set; }

    /// <summary>The posting: those of one career site have nothing to do with one another.</summary>
    private protected override object? Concerned() => Url;
}
