using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A task that has just begun.</summary>
[Model(typeof(CourseTaskReferenceJson), Columns = [nameof(TaskId)])]
public sealed class CourseTaskReference : KomboObject
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

/// <summary>Serializer metadata of <see cref="CourseTaskReference"/>.</summary>
[JsonSerializable(typeof(CourseTaskReference))]
internal sealed partial class CourseTaskReferenceJson : JsonSerializerContext;
