using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Marks a course as completed by a user.</summary>
[Cmdlet(VerbsLifecycle.Complete, "KomboCourseProgression", SupportsShouldProcess = true)]
[OutputType(typeof(CourseProgression))]
[KomboOperation("POST", "lms/course-progressions/{course_progression_id}/complete")]
public sealed class CompleteKomboCourseProgressionCommand : IntegrationWriteCommand<CourseProgression>
{
    /// <summary>The course progression: a Kombo id, or remote: and the id in the connected tool.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(CourseProgression), AllowRemote = true)]
    [Path("course_progression_id")]
    public string CourseProgressionId { get; set; } = "";

    /// <summary>When the course was completed; without it, now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Instant(ByCulture = true)]
    [Body("completed_at", Nullable = true)]
    public DateTime? CompletedAt { get; set; }

    /// <summary>The score, a whole number from 0 to 100.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Number(Whole = true, Min = 0, Max = 100, ByCulture = true)]
    [Body("score", Nullable = true)]
    public long? Score { get; set; }
}
