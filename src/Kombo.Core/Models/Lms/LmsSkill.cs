using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A skill that courses teach.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(RemoteId), nameof(ChangedAt)])]
public sealed partial class LmsSkill : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among skills of the learning management system.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string LmsSkillId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The name; null when not known.</summary>
    public string? Name { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was made in the connected tool, in UTC; null when not known.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>Your own fields, mapped from fields of the tool.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>Fields of the tool that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>The name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
