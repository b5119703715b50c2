using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads what people wrote after interviews.</summary>
[Cmdlet(VerbsCommon.Get, "KomboScorecard")]
[OutputType(typeof(Scorecard))]
[KomboOperation("GET", "ats/scorecards", List = "results", MaxPageSize = 250)]
public sealed class GetKomboScorecardCommand : SyncedListCommand<Scorecard>
{
    /// <summary>Only scorecards of one of these applications.</summary>
    [Parameter]
    [EntityId(typeof(Application), Several = true)]
    [Query("application_ids")]
    public string[]? ApplicationId { get; set; }

    /// <summary>Only scorecards of one of these candidates.</summary>
    [Parameter]
    [EntityId(typeof(Candidate), Several = true)]
    [Query("candidate_ids")]
    public string[]? CandidateId { get; set; }
}
