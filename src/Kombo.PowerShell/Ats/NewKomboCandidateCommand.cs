using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Makes a candidate who applies for a job. New-KomboApplication is the better way.</summary>
[Cmdlet(VerbsCommon.New, "KomboCandidate", SupportsShouldProcess = true)]
[OutputType(typeof(Candidate))]
[KomboOperation("POST", "ats/candidates")]
public sealed class NewKomboCandidateCommand : IntegrationCandidateWriteCommand<Candidate>
{
    /// <summary>The job: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Kombo.Models.Job), AllowRemote = true)]
    [Body("application.job_id", Required = true)]
    public string JobId { get; set; } = "";

    /// <summary>The stage to begin in; without it, the job's first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId("ApplicationStage")]
    [KnownNames(typeof(ApplicationStage))]
    [Body("application.stage_id")]
    public string? StageId { get; set; }
}
