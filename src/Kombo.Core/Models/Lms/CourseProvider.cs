namespace Kombo.Models;

/// <summary>Who provides a course.</summary>
public sealed partial class CourseProvider : KomboObject
{
    /// <summary>The Kombo id of the provider.</summary>
    public string Id { get; set; } = "";

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name; null when not known.</summary>
    public string? Name { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
