using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the applications that were handed in with AI Apply.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAiApplyApplication")]
[OutputType(typeof(AiApplyApplication))]
[KomboOperation("GET", "ai-apply/applications", List = "results", MaxPageSize = 250)]
public sealed class GetKomboAiApplyApplicationCommand : PagedListCommand<AiApplyApplication>
{
    /// <summary>Only to these postings: ids, or objects of Get-KomboPosting.</summary>
    [Parameter]
    [Alias("JobPostingId")]
    [EntityId(typeof(Posting), Several = true)]
    [Query("job_posting_ids")]
    public string[]? PostingId { get; set; }
}
