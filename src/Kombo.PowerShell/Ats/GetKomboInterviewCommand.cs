using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads interviews.</summary>
[Cmdlet(VerbsCommon.Get, "KomboInterview")]
[OutputType(typeof(Interview))]
[KomboOperation("GET", "ats/interviews", List = "results", MaxPageSize = 250)]
public sealed class GetKomboInterviewCommand : SyncedListCommand<Interview>
{
    /// <summary>Only interviews about one of these jobs.</summary>
    [Parameter]
    [EntityId(typeof(Kombo.Models.Job), Several = true)]
    [Query("job_ids")]
    public string[]? JobId { get; set; }
}
