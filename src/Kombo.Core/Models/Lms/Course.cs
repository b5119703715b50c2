using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A course. Its title and what else people see belong to its revisions.</summary>
[Model(Columns = [nameof(Id), nameof(OriginId), nameof(Provider), nameof(ChangedAt), nameof(Revisions)])]
public sealed partial class Course : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among courses.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CourseId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>Your own id of the course, if it was made by importing it; null for others.</summary>
    public string? OriginId { get; set; }

    /// <summary>The Kombo id of the provider; null when not known.</summary>
    public string? ProviderId { get; set; }

    /// <summary>Who provides the course; null when not known.</summary>
    public CourseProvider? Provider { get; set; }

    /// <summary>The versions of the course. Users are enrolled in one of them.</summary>
    public KomboList<CourseRevision>? Revisions { get; set; }

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

    /// <summary>The title of the active revision, else of the first, else the origin id, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Revisions?.FirstOrDefault(revision => revision?.Status == "ACTIVE")?.Title, Revisions?.FirstOrDefault()?.Title, OriginId, Id);
}
