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
    private protected override bool IsOver(CourseTask task) => task.Status is not ("PENDING" or null);

    /// <inheritdoc/>
    private protected override TaskError? Failure(CourseTask task) => task.Error;

    /// <inheritdoc/>
    private protected override IEnumerable<(CourseTaskItem Item, TaskError? Failure)> Results(CourseTask task) =>
        (task.Data ?? []).Select(item => (item, item.Status == "SUCCEEDED" ? null : item.Error ?? new TaskError { Message = $"The course '{item.OriginId}' is {item.Status}." }));
}
