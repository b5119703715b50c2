using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An application that existed before, and that is synchronised from now on.</summary>
[Model(Columns = [nameof(Id), nameof(TrackedAt), nameof(ImportedId)])]
public sealed partial class TrackedApplication : KomboObject, IEntity
{
    /// <summary>The Kombo id of the tracked application.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string TrackedApplicationId => Id;

    /// <summary>Since when the application counts as tracked, in UTC; null when that was not said.</summary>
    public DateTime? TrackedAt { get; set; }

    /// <summary>The identifiers that the application was imported by, under the name of the tool.</summary>
    public KomboMap? ImportedId { get; set; }

    /// <summary>The identifiers, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(ImportedId?.ToString(), Id);
}
