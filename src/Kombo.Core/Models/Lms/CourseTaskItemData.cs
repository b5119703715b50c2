namespace Kombo.Models;

/// <summary>The course that was made or changed.</summary>
public sealed partial class CourseTaskItemData : KomboObject
{
    /// <summary>The Kombo id of the course.</summary>
    public string? Id { get; set; }

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
