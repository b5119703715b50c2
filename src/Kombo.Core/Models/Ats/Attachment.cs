using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A file that Kombo copied to your own storage during a sync. Kombo offers this as an open beta.</summary>
[Model(Columns = [nameof(Id), nameof(Type), nameof(RemoteCreatedAt), nameof(FileName), nameof(ContentRef)])]
public sealed partial class Attachment : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among attachments.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AttachmentId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The Kombo id of the candidate.</summary>
    public string? CandidateId { get; set; }

    /// <summary>The Kombo id of the application; null when the file belongs to the candidate only.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>CV, COVER_LETTER or OTHER; null when not known.</summary>
    public string? Type { get; set; }

    /// <summary>The file's name; null when not known.</summary>
    public string? FileName { get; set; }

    /// <summary>Where the file is in your storage; null when the answer leaves it out.</summary>
    public AttachmentContent? ContentRef { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>The file's name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(FileName, Id);
}
