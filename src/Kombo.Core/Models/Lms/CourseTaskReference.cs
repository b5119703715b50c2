using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A task that has just begun.</summary>
[Model(Columns = [nameof(TaskId)])]
public sealed partial class CourseTaskReference : KomboObject
{
    /// <summary>The id of the task.</summary>
    public string TaskId { get; set; } = "";

    /// <summary>The same as <see cref="TaskId"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CourseTaskId => TaskId;

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(TaskId);
}
