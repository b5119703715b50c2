using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Waits until a task that imports courses has ended, and tells what came of each course.</summary>
[Cmdlet(VerbsLifecycle.Wait, "KomboCourseTask")]
[OutputType(typeof(CourseTaskItem))]
[KomboOperation("GET", "lms/courses/bulk/{task_id}")]
public sealed class WaitKomboCourseTaskCommand : WaitCommand<CourseTaskItem, CourseTask>
{
    /// <summary>The task: an id, or what Import-KomboCourse wrote.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CourseTaskId")]
    [EntityId(typeof(CourseTask), Column = nameof(TaskId))]
    [Path("task_id")]
    public string TaskId { get; set; } = "";

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <inheritdoc/>
    private protected override bool IsOver(CourseTask task) => task.Status != "PENDING";

    /// <inheritdoc/>
    private protected override TaskError? Failure(CourseTask task) =>
        task.Error ?? (task.Status == "FAILED" ? new TaskError { Message = "The task failed, and Kombo gives no reason." } : null);

    /// <inheritdoc/>
    private protected override string? Doubt(CourseTask task) => task.Status switch
    {
        "COMPLETED" => task.Data is { Count: > 0 } ? null : "The task is completed, but the answer contains no results.",
        _ => $"The task's status is '{task.Status}', which this version does not know: it may still be running, and courses that are not listed here may have been imported or not.",
    };

    /// <inheritdoc/>
    private protected override IEnumerable<(CourseTaskItem? Item, TaskError? Failure)> Results(CourseTask task) =>
        (task.Data ?? []).Select(item => ((CourseTaskItem?)item, Failure(item)));

    private static TaskError? Failure(CourseTaskItem? item) => item switch
    {
        null => new TaskError { Message = "The task's answer contains an empty entry instead of a course, so the result of that course is not known." },
        { Status: "SUCCEEDED" } => null,
        _ => item.Error ?? new TaskError { Message = $"The course '{item.OriginId}' has the status '{item.Status}', and Kombo gives no reason." },
    };
}
