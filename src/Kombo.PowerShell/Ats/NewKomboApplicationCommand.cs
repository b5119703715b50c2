using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Applies for a job on behalf of a candidate.</summary>
[Cmdlet(VerbsCommon.New, "KomboApplication", SupportsShouldProcess = true)]
[OutputType(typeof(Application))]
[KomboOperation("POST", "ats/jobs/{job_id}/applications")]
public sealed class NewKomboApplicationCommand : IntegrationCandidateWriteCommand<Application>
{
    /// <summary>The job: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Kombo.Models.Job), AllowRemote = true)]
    [Path("job_id")]
    public string JobId { get; set; } = "";

    /// <summary>The stage to begin in; without it, the job's first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId("ApplicationStage")]
    [KnownNames(typeof(ApplicationStage))]
    [Body("stage_id")]
    public string? StageId { get; set; }
}
