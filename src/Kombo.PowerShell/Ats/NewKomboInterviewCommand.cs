using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Plans an interview with a candidate.</summary>
[Cmdlet(VerbsCommon.New, "KomboInterview", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Application))]
[KomboOperation("POST", "ats/applications/{application_id}/interviews")]
public sealed class NewKomboInterviewCommand : InterviewCommand
{
    /// <summary>The application.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";
}
