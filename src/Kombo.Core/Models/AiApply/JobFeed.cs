using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A feed of postings that are imported together.</summary>
[Model(Columns = [nameof(Id), nameof(Label)])]
public sealed partial class JobFeed : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among job feeds.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string JobFeedId => Id;

    /// <summary>The name you gave it.</summary>
    public string? Label { get; set; }

    /// <summary>The label, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Id);
}
