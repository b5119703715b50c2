using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Asks for the application form of a posting, and for the token to hand an application in with.</summary>
[Cmdlet(VerbsLifecycle.Request, "KomboPostingForm")]
[OutputType(typeof(PostingForm))]
[KomboOperation("POST", "ai-apply/postings/{posting_id}/inquire", Live = true, Reads = true)]
public sealed class RequestKomboPostingFormCommand : ReadCommand<PostingForm>
{
    /// <summary>The posting: an id, or an object of Get-KomboPosting.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Posting))]
    [Path("posting_id")]
    public string PostingId { get; set; } = "";
}
