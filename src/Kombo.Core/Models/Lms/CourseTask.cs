using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>How a task that imports courses stands.</summary>
[Model(Columns = [nameof(TaskId), nameof(Status), nameof(CreatedAt), nameof(CompletedAt), nameof(Data)])]
public sealed partial class CourseTask : KomboObject
{
    /// <summary>The id of the task.</summary>
    public string TaskId { get; set; } = "";

    /// <summary>The same as <see cref="TaskId"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CourseTaskId => TaskId;

    /// <summary>PENDING while it runs; COMPLETED when each course has been tried; FAILED when none has.</summary>
    public string? Status { get; set; }

    /// <summary>When the task was made, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the task ended, in UTC; null while it runs.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>COMPLETED: what came of each course; null otherwise.</summary>
    public KomboList<CourseTaskItem>? Data { get; set; }

    /// <summary>FAILED: why; null otherwise.</summary>
    public TaskError? Error { get; set; }

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(TaskId);
}
