using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Rejects an application.</summary>
[Cmdlet(VerbsLifecycle.Deny, "KomboApplication", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Application))]
[KomboOperation("POST", "ats/applications/{application_id}/reject")]
public sealed class DenyKomboApplicationCommand : IntegrationActionCommand
{
    /// <summary>The application.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";

    /// <summary>Why: the id of a rejection reason of the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [EntityId("RejectionReason")]
    [KnownNames(typeof(RejectionReason))]
    [Body("rejection_reason_id")]
    public string RejectionReasonId { get; set; } = "";

    /// <summary>A remark about the rejection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("note")]
    public string? Note { get; set; }

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }
}
