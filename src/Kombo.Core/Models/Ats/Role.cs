using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A role that users of the recruiting tool can have.</summary>
[Model(Columns = [nameof(Id), nameof(RemoteLabel), nameof(Scope), nameof(UnifiedType), nameof(RemoteId)])]
public sealed partial class Role : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among roles.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string RoleId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The role's name in the connected tool.</summary>
    public string? RemoteLabel { get; set; }

    /// <summary>What the role holds for: SYSTEM (everywhere) or JOB (one job at a time); null when not known.</summary>
    public string? Scope { get; set; }

    /// <summary>HIRING_MANAGER, RECRUITER, COORDINATOR, SOURCER, INTERVIEWER or ADMIN; null when the role is not mapped to any of them.</summary>
    public string? UnifiedType { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>The role's name, else its unified type, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(RemoteLabel, UnifiedType, Id);
}
