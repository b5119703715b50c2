using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A note about a candidate or an application.</summary>
[Model(Columns = [nameof(Id), nameof(RemoteCreatedAt), nameof(IsPrivate), nameof(Author), nameof(Title)])]
public sealed partial class Note : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among notes.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string NoteId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The Kombo id of the candidate.</summary>
    public string? CandidateId { get; set; }

    /// <summary>The Kombo id of the application; null when the tool keeps the note with the candidate only.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The Kombo id of the user who wrote the note; null for notes that the tool wrote.</summary>
    public string? AuthorId { get; set; }

    /// <summary>The note's title; null when there is none.</summary>
    public string? Title { get; set; }

    /// <summary>The note as the tool delivers it: plain text or HTML.</summary>
    public string? ContentHtml { get; set; }

    /// <summary>Whether the tool shows the note to some of its users only; null when the tool does not say.</summary>
    public bool? IsPrivate { get; set; }

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

    /// <summary>Who wrote the note; null when not known, and for notes that the tool wrote.</summary>
    public AtsUserReference? Author { get; set; }

    /// <summary>The note's title, else its id. The content can be confidential.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Title, Id);
}
