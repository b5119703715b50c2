using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read what is kept about candidates and their applications.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
public abstract class CandidateRecordListCommand<T> : SyncedListCommand<T>
    where T : KomboObject, IEntity
{
    /// <summary>Only what belongs to one of these applications.</summary>
    [Parameter]
    [EntityId(typeof(Application), Several = true)]
    [Query("application_ids")]
    public string[]? ApplicationId { get; set; }

    /// <summary>Only what belongs to one of these candidates, or to an application of theirs.</summary>
    [Parameter]
    [EntityId(typeof(Candidate), Several = true)]
    [Query("candidate_ids")]
    public string[]? CandidateId { get; set; }
}
