using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A career site: the pages on which a company publishes its postings.</summary>
[Model(Columns = [nameof(Id), nameof(Label)])]
public sealed partial class CareerSite : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among career sites.</summary>
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
