using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Lets Kombo keep a job of Avionté in sync, with its applications and candidates.</summary>
[Cmdlet(VerbsCommon.Add, "KomboAvionteSyncedJob", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Kombo.Models.Job))]
[KomboOperation("POST", "ats/custom/avionte/synced-jobs")]
public sealed class AddKomboAvionteSyncedJobCommand : IntegrationActionCommand
{
    /// <summary>The job's id in Avionté: digits only.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Kombo.Models.Job), IsRemote = true)]
    [Body("job_remote_id", Required = true)]
    public string JobRemoteId { get; set; } = "";
}
