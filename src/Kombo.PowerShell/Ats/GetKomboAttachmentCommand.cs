using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which files Kombo copied to your own storage. Kombo offers this as an open beta.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAttachment")]
[OutputType(typeof(Attachment))]
[KomboOperation("GET", "ats/attachments", List = "results", MaxPageSize = 250)]
public sealed class GetKomboAttachmentCommand : SyncedListCommand<Attachment>
{
    /// <summary>Only files of one of these applications.</summary>
    [Parameter]
    [EntityId(typeof(Application), Several = true)]
    [Query("application_ids")]
    public string[]? ApplicationId { get; set; }

    /// <summary>Only files of one of these candidates, or of an application of theirs.</summary>
    [Parameter]
    [EntityId(typeof(Candidate), Several = true)]
    [Query("candidate_ids")]
    public string[]? CandidateId { get; set; }
}
