using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Enrols a user in a course.</summary>
[Cmdlet(VerbsCommon.New, "KomboCourseProgression", SupportsShouldProcess = true)]
[OutputType(typeof(CourseProgression))]
[KomboOperation("POST", "lms/course-progressions")]
public sealed class NewKomboCourseProgressionCommand : IntegrationWriteCommand<CourseProgression>
{
    /// <summary>The user: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LmsUserId")]
    [EntityId(typeof(LmsUser), AllowRemote = true, Column = nameof(UserId))]
    [Body("user_id", Required = true)]
    public string UserId { get; set; } = "";

    /// <summary>The revision of the course: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(CourseRevision), AllowRemote = true)]
    [Body("course_revision_id", Required = true)]
    public string CourseRevisionId { get; set; } = "";
}
