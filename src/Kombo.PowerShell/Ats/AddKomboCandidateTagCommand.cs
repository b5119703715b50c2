using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Puts a tag on a candidate. A tag that does not exist yet is made.</summary>
[Cmdlet(VerbsCommon.Add, "KomboCandidateTag", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Candidate))]
[KomboOperation("POST", "ats/candidates/{candidate_id}/tags")]
public sealed class AddKomboCandidateTagCommand : IntegrationActionCommand
{
    /// <summary>The candidate.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Candidate))]
    [Path("candidate_id")]
    public string CandidateId { get; set; } = "";

    /// <summary>The tag's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownNames(typeof(Tag), TakesName = true)]
    [FilledByModels(true)]
    [Body("tag.name", Required = true)]
    public string Name { get; set; } = "";

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }
}
