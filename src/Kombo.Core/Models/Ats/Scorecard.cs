using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What one person wrote after an interview.</summary>
[Model(Columns = [nameof(Id), nameof(RemoteCreatedAt), nameof(InterviewId), nameof(Author), nameof(Responses)])]
public sealed partial class Scorecard : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among scorecards.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ScorecardId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The Kombo id of the candidate; null when not known.</summary>
    public string? CandidateId { get; set; }

    /// <summary>The Kombo id of the application; null when not known.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The Kombo id of the interview; null when not known.</summary>
    public string? InterviewId { get; set; }

    /// <summary>The Kombo id of the user whose opinion it is, who need not be the one who typed it; null when not known.</summary>
    public string? AuthorId { get; set; }

    /// <summary>The questions and their answers; null when the answer leaves them out.</summary>
    public KomboList<ScorecardResponse>? Responses { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>Whose opinion it is; null when not known.</summary>
    public AtsUserReference? Author { get; set; }

    /// <summary>The author and the id, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Author is null ? null : $"{Author}: {Id}", Id);
}
