using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Lets Kombo no longer keep a job of Avionté in sync. What has been read of it stays.</summary>
[Cmdlet(VerbsCommon.Remove, "KomboAvionteSyncedJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void), typeof(Kombo.Models.Job))]
[KomboOperation("DELETE", "ats/custom/avionte/synced-jobs/{job_remote_id}")]
public sealed class RemoveKomboAvionteSyncedJobCommand : IntegrationActionCommand
{
    /// <summary>The job's id in Avionté.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Kombo.Models.Job), IsRemote = true)]
    [Path("job_remote_id")]
    public string JobRemoteId { get; set; } = "";
}
