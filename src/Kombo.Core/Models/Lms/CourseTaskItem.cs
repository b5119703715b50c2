using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What came of one course of an import.</summary>
[Model(Columns = [nameof(OriginId), nameof(Status), nameof(CourseId), nameof(Error)])]
public sealed partial class CourseTaskItem : KomboObject
{
    /// <summary>Your own id of the course, as you sent it.</summary>
    public string? OriginId { get; set; }

    /// <summary>SUCCEEDED or FAILED.</summary>
    public string? Status { get; set; }

    /// <summary>SUCCEEDED: the course; null otherwise.</summary>
    public CourseTaskItemData? Data { get; set; }

    /// <summary>The Kombo id of the course, by the name that other commands bind to; null when it failed.</summary>
    [JsonIgnore]
    public string? CourseId => Data?.Id;

    /// <summary>FAILED: why; null otherwise.</summary>
    public TaskError? Error { get; set; }

    /// <summary>The origin id, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(OriginId, CourseId);
}
