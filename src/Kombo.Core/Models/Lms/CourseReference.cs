using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A course, in short form.</summary>
public sealed partial class CourseReference : KomboObject
{
    /// <summary>The Kombo id of the course.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CourseId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id);
}
