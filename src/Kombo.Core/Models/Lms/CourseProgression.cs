using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>How far a user is with a course.</summary>
[Model(Columns = [nameof(Id), nameof(User), nameof(Status), nameof(CompletedAt), nameof(CourseRevision)])]
public sealed partial class CourseProgression : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among course progressions.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CourseProgressionId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The Kombo id of the user.</summary>
    public string? UserId { get; set; }

    /// <summary>The same as <see cref="UserId"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? LmsUserId => UserId;

    /// <summary>The Kombo id of the revision of the course: progress belongs to revisions, not to courses.</summary>
    public string? CourseRevisionId { get; set; }

    /// <summary>The Kombo id of the course, by the name that other commands bind to; null when the revision does not tell it.</summary>
    [JsonIgnore]
    public string? CourseId => CourseRevision?.Course?.Id;

    /// <summary>ENROLLED, IN_PROGRESS, COMPLETED or DROPPED; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>When the user was enrolled, in UTC; null when not known.</summary>
    public DateTime? EnrolledAt { get; set; }

    /// <summary>When the course was completed, in UTC; null while it is not.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>The user.</summary>
    public LmsUserReference? User { get; set; }

    /// <summary>The revision of the course.</summary>
    public CourseRevisionReference? CourseRevision { get; set; }

    /// <summary>The title of the course, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(CourseRevision?.ToString(), Id);
}
