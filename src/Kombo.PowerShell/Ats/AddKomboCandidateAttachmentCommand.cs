using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Attaches a file to a candidate. Add-KomboApplicationAttachment is the better way.</summary>
[Cmdlet(VerbsCommon.Add, "KomboCandidateAttachment", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Candidate))]
[KomboOperation("POST", "ats/candidates/{candidate_id}/attachments")]
public sealed class AddKomboCandidateAttachmentCommand : FileActionCommand
{
    /// <summary>The candidate.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Candidate))]
    [Path("candidate_id")]
    public string CandidateId { get; set; } = "";

    /// <summary>What the file is: CV, COVER_LETTER or OTHER.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("CV", "COVER_LETTER", "OTHER")]
    [Body("attachment.type", Required = true)]
    public string Type { get; set; } = "";

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }

    /// <inheritdoc/>
    [Body("attachment")]
    private protected override KomboMap? FileBody { get; set; }
}
