using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A version of a course.</summary>
public sealed partial class CourseRevision : KomboObject
{
    /// <summary>The Kombo id of the revision.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CourseRevisionId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The Kombo id of the course; null when not known.</summary>
    public string? CourseId { get; set; }

    /// <summary>The title; null when not known.</summary>
    public string? Title { get; set; }

    /// <summary>What the course is about; null when there is no text.</summary>
    public string? Description { get; set; }

    /// <summary>The page of the course in the connected tool; null when not known.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>ACTIVE or INACTIVE; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>The skills that the course teaches.</summary>
    public KomboList<CourseSkillAssignment>? SkillAssignments { get; set; }

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

    /// <summary>The title, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, Id);
}
