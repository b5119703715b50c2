using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the attachments of a candidate and of all of the candidate's applications from the connected tool.</summary>
[Cmdlet(VerbsCommon.Get, "KomboCandidateAttachment")]
[OutputType(typeof(CandidateAttachment))]
[KomboOperation("GET", "ats/candidates/{candidate_id}/attachments", List = "results", Live = true)]
public sealed class GetKomboCandidateAttachmentCommand : ReadCommand<CandidateAttachment>
{
    /// <summary>The candidate.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Candidate))]
    [Path("candidate_id")]
    public string CandidateId { get; set; } = "";

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
