using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Links to a result from a candidate. Add-KomboApplicationResultLink is the better way.</summary>
[Cmdlet(VerbsCommon.Add, "KomboCandidateResultLink", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Candidate))]
[KomboOperation("POST", "ats/candidates/{candidate_id}/result-links")]
public sealed class AddKomboCandidateResultLinkCommand : ResultLinkCommand
{
    /// <summary>The candidate.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Candidate))]
    [Path("candidate_id")]
    public string CandidateId { get; set; } = "";
}
