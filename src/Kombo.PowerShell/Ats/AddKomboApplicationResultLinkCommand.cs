using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Links to a result, such as that of an assessment, from an application.</summary>
[Cmdlet(VerbsCommon.Add, "KomboApplicationResultLink", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Application))]
[KomboOperation("POST", "ats/applications/{application_id}/result-links")]
public sealed class AddKomboApplicationResultLinkCommand : ResultLinkCommand
{
    /// <summary>The application.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";
}
