using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads notes about candidates and applications.</summary>
[Cmdlet(VerbsCommon.Get, "KomboNote")]
[OutputType(typeof(Note))]
[KomboOperation("GET", "ats/notes", List = "results", MaxPageSize = 250)]
public sealed class GetKomboNoteCommand : SyncedListCommand<Note>
{
    /// <summary>Only notes about one of these applications.</summary>
    [Parameter]
    [EntityId(typeof(Application), Several = true)]
    [Query("application_ids")]
    public string[]? ApplicationId { get; set; }

    /// <summary>Only notes about one of these candidates, or about an application of theirs.</summary>
    [Parameter]
    [EntityId(typeof(Candidate), Several = true)]
    [Query("candidate_ids")]
    public string[]? CandidateId { get; set; }
}
