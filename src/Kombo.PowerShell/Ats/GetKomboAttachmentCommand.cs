using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which files Kombo copied to your own storage. Kombo offers this as an open beta.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAttachment")]
[OutputType(typeof(Attachment))]
[KomboOperation("GET", "ats/attachments", List = "results", MaxPageSize = 250)]
public sealed class GetKomboAttachmentCommand : CandidateRecordListCommand<Attachment>;
