using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A group, in short form.</summary>
public sealed partial class GroupReference : KomboObject
{
    /// <summary>The Kombo id of the group.</summary>
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

    /// <summary>The group's name, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
