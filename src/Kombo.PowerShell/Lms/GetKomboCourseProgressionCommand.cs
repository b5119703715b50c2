using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads who takes part in which course, and how far they are.</summary>
[Cmdlet(VerbsCommon.Get, "KomboCourseProgression")]
[OutputType(typeof(CourseProgression))]
[KomboOperation("GET", "lms/course-progressions", List = "results", MaxPageSize = 250)]
public sealed class GetKomboCourseProgressionCommand : SyncedListCommand<CourseProgression>
{
    /// <summary>Only of these users: ids, or objects of Get-KomboLmsUser.</summary>
    [Parameter]
    [EntityId(typeof(LmsUser), Several = true)]
    [Query("user_ids")]
    public string[]? UserId { get; set; }

    /// <summary>Only of these courses: ids, or objects of Get-KomboCourse.</summary>
    [Parameter]
    [EntityId(typeof(Course), Several = true)]
    [Query("course_ids")]
    public string[]? CourseId { get; set; }
}
