using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A career site, in short form.</summary>
public sealed partial class CareerSiteReference : KomboObject
{
    /// <summary>The Kombo id of the career site.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CareerSiteId => Id;

    /// <summary>The name you gave it.</summary>
    public string? Label { get; set; }

    /// <summary>The label, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Label, Id);
}
