using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A department, team or cost centre.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(Type), nameof(ParentId), nameof(RemoteId)])]
public sealed partial class Group : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among groups.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string GroupId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The group's name.</summary>
    public string? Name { get; set; }

    /// <summary>DEPARTMENT, TEAM or COST_CENTER; null when the kind is not known.</summary>
    public string? Type { get; set; }

    /// <summary>The id of the group this one belongs to; null at the top.</summary>
    public string? ParentId { get; set; }

    /// <summary>The group's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
