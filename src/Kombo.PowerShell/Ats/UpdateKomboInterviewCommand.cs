using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Changes an interview. The API replaces all of it, so everything must be given that does not come with the interview.</summary>
[Cmdlet(VerbsData.Update, "KomboInterview", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Interview))]
[KomboOperation("PATCH", "ats/applications/{application_id}/interviews")]
public sealed class UpdateKomboInterviewCommand : InterviewCommand
{
    /// <summary>The interview.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Interview))]
    [Body("interview_id", Required = true)]
    public string InterviewId { get; set; } = "";

    /// <summary>The application that the interview belongs to.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";
}
