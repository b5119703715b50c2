using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deprecated: reads postings in the shape of the jobs of an ATS. Use Get-KomboPosting.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAiApplyJob")]
[OutputType(typeof(AiApplyJob))]
[KomboOperation("GET", "ai-apply/unified-api/jobs", List = "results", MaxPageSize = 5, Successor = "Get-KomboPosting")]
public sealed class GetKomboAiApplyJobCommand : PagedListCommand<AiApplyJob>
{
    /// <summary>Ids in a connected tool. These jobs exist in none, so nothing is ever found by one.</summary>
    [Parameter]
    [EntityId(IsRemote = true, Several = true)]
    [Identifies]
    [Query("remote_ids")]
    public string[]? RemoteId { get; set; }

    /// <summary>Only with one of these codes, which you gave the postings.</summary>
    [Parameter]
    [Text(Several = true)]
    [Query("job_codes")]
    public string[]? JobCode { get; set; }

    /// <summary>Only of these career sites: ids, or objects of Get-KomboCareerSite.</summary>
    [Parameter]
    [EntityId(typeof(CareerSite), Several = true)]
    [Query("career_site_ids")]
    public string[]? CareerSiteId { get; set; }
}
