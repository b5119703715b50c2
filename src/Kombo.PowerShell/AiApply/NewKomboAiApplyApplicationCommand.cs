using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deprecated: applies with AI Apply in the shape of an application of an ATS. Use Submit-KomboAiApplyApplication.</summary>
[Cmdlet(VerbsCommon.New, "KomboAiApplyApplication", SupportsShouldProcess = true)]
[OutputType(typeof(Application))]
[KomboOperation("POST", "ai-apply/unified-api/jobs/{job_id}/applications", Successor = "Submit-KomboAiApplyApplication")]
public sealed class NewKomboAiApplyApplicationCommand : CandidateWriteCommand<Application>
{
    /// <summary>The job, see Get-KomboAiApplyJob: a Kombo id, or remote: and the id that Kombo made for it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobId")]
    [EntityId(typeof(AiApplyJob), AllowRemote = true, Column = "JobId")]
    [Path("job_id")]
    public string AiApplyJobId { get; set; } = "";

    /// <summary>The stage to begin in; without it, the job's first.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId("ApplicationStage")]
    [KnownNames(typeof(ApplicationStage))]
    [Body("stage_id")]
    public string? StageId { get; set; }

    /// <summary>Parameters to append to the address of the posting, such as those that tell where a candidate comes from.</summary>
    [Parameter]
    [Map]
    [Body("query_params", TextValues = true)]
    public IDictionary? QueryParameter { get; set; }
}
