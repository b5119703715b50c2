using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Moves an application to another stage of its job.</summary>
[Cmdlet(VerbsCommon.Move, "KomboApplication", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Application))]
[KomboOperation("PUT", "ats/applications/{application_id}/stage")]
public sealed class MoveKomboApplicationCommand : IntegrationActionCommand
{
    /// <summary>The application.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";

    /// <summary>The stage: one of the Stages of the application's job.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [EntityId("ApplicationStage")]
    [KnownNames(typeof(ApplicationStage))]
    [Body("stage_id")]
    public string StageId { get; set; } = "";

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }
}
