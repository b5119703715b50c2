namespace Kombo.Models;

/// <summary>Marks a class that an answer is read into: how it is deserialized, and how it is shown.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModelAttribute : Attribute
{
    /// <summary>Marks a model.</summary>
    /// <param name="json">The source-generated serializer context of the class, declared in the class's own file.</param>
    public ModelAttribute(Type json) => Json = json;

    /// <summary>The source-generated serializer context of the class.</summary>
    public Type Json { get; }

    /// <summary>The properties that a table shows, in order. The list view shows all of them.</summary>
    public string[] Columns { get; set; } = [];
}
