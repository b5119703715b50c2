using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A revision of a course, in short form.</summary>
public sealed partial class CourseRevisionReference : KomboObject
{
    /// <summary>The Kombo id of the revision.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CourseRevisionId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The title; null when not known.</summary>
    public string? Title { get; set; }

    /// <summary>The course; null when not known.</summary>
    public CourseReference? Course { get; set; }

    /// <summary>The title, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, Id);
}
