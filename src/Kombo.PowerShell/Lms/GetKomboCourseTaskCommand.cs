using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads how a task that imports courses stands.</summary>
[Cmdlet(VerbsCommon.Get, "KomboCourseTask")]
[OutputType(typeof(CourseTask))]
[KomboOperation("GET", "lms/courses/bulk/{task_id}")]
public sealed class GetKomboCourseTaskCommand : ReadCommand<CourseTask>
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
}
