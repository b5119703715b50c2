using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deletes an absence in the connected tool.</summary>
[Cmdlet(VerbsCommon.Remove, "KomboAbsence", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Absence))]
[KomboOperation("DELETE", "hris/absences/{absence_id}")]
public sealed class RemoveKomboAbsenceCommand : IntegrationWriteCommand<Absence>
{
    /// <summary>The absence.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Absence))]
    [Path("absence_id")]
    public string AbsenceId { get; set; } = "";

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }
}
