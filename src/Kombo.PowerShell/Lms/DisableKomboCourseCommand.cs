using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deactivates a course: nobody can be enrolled any more, and what was learnt stays.</summary>
[Cmdlet(VerbsLifecycle.Disable, "KomboCourse", SupportsShouldProcess = true)]
[OutputType(typeof(Course))]
[KomboOperation("POST", "lms/courses/{course_id}/deactivate")]
public sealed class DisableKomboCourseCommand : IntegrationWriteCommand<Course>
{
    /// <summary>The course: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Course), AllowRemote = true)]
    [Path("course_id")]
    public string CourseId { get; set; } = "";
}
