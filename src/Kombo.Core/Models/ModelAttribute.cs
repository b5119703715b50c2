namespace Kombo.Models;

/// <summary>Marks a class that an answer is read into: how it is shown.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModelAttribute : Attribute
{
    /// <summary>The properties that a table shows, in order. The list view shows all of them.</summary>
    public string[] Columns { get; set; } = [];
}
