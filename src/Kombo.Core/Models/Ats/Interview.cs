using System.Text.Json.Serialization;
using Kombo.Json;

namespace Kombo.Models;

/// <summary>An appointment with a candidate.</summary>
[Model(Columns = [nameof(Id), nameof(Title), nameof(StartingAt), nameof(Canceled), nameof(Application)])]
public sealed partial class Interview : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among interviews.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string InterviewId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The interview's title.</summary>
    public string? Title { get; set; }

    /// <summary>When the interview starts, in UTC.</summary>
    public DateTime? StartingAt { get; set; }

    /// <summary>When the interview ends, in UTC.</summary>
    public DateTime? EndingAt { get; set; }

    /// <summary>Where the interview takes place.</summary>
    public Address? Location { get; set; }

    /// <summary>Where to join by video; null when there is no such address.</summary>
    public string? VideoConferencingUrl { get; set; }

    /// <summary>The Kombo id of the application; null when not known.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The Kombo id of the application stage that the interview belongs to; null when not known.</summary>
    public string? StageId { get; set; }

    /// <summary>Whether the interview was called off; null when not known.</summary>
    public bool? Canceled { get; set; }

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

    /// <summary>The users who take part.</summary>
    public KomboList<AtsUserReference>? Users { get; set; }

    /// <summary>The application; null when not known.</summary>
    public InterviewApplication? Application { get; set; }

    /// <summary>The interview's title, else its start, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, StartingAt is { } start ? KomboTime.FormatInstant(start) : null, Id);
}
