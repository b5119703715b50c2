using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads applications.</summary>
[Cmdlet(VerbsCommon.Get, "KomboApplication")]
[OutputType(typeof(Application))]
[KomboOperation("GET", "ats/applications", List = "results", MaxPageSize = 250)]
public sealed class GetKomboApplicationCommand : SyncedListCommand<Application>
{
    /// <summary>Only applications with one of these outcomes. DECLINED is both rejected and withdrawn.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("PENDING", "HIRED", "DECLINED")]
    [Query("outcomes")]
    public string[]? Outcome { get; set; }

    /// <summary>Only applications for one of these jobs.</summary>
    [Parameter]
    [EntityId(typeof(Kombo.Models.Job), Several = true)]
    [Query("job_ids")]
    public string[]? JobId { get; set; }

    /// <summary>Only applications for the jobs with one of these ids in the connected tool.</summary>
    [Parameter]
    [Text(Several = true)]
    [Query("job_remote_ids")]
    public string[]? JobRemoteId { get; set; }

    /// <summary>Only applications that are in one of these stages.</summary>
    [Parameter]
    [EntityId("ApplicationStage", Several = true)]
    [KnownNames(typeof(ApplicationStage))]
    [Query("current_stage_ids")]
    public string[]? CurrentStageId { get; set; }

    /// <summary>Only applications created in the connected tool on this day or later.</summary>
    [Parameter]
    [Date]
    [Query("remote_created_after")]
    public DateTime? RemoteCreatedAfter { get; set; }
}
