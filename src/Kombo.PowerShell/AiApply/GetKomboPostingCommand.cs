using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the postings that AI Apply knows.</summary>
[Cmdlet(VerbsCommon.Get, "KomboPosting")]
[OutputType(typeof(Posting))]
[KomboOperation("GET", "ai-apply/postings", List = "results", MaxPageSize = 250)]
public sealed class GetKomboPostingCommand : PagedListCommand<Posting>
{
    /// <summary>Only of these career sites: ids, or objects of Get-KomboCareerSite.</summary>
    [Parameter]
    [EntityId(typeof(CareerSite), Several = true)]
    [Query("career_site_ids")]
    public string[]? CareerSiteId { get; set; }

    /// <summary>Only with one of these codes, which you gave the postings.</summary>
    [Parameter]
    [Text(Several = true)]
    [Query("job_codes")]
    public string[]? JobCode { get; set; }

    /// <summary>Only what changed since this time.</summary>
    [Parameter]
    [Instant]
    [Query("updated_after")]
    public DateTime? UpdatedAfter { get; set; }
}
