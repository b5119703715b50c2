using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A file that belongs to an application.</summary>
[Model(Columns = [nameof(Id), nameof(Type), nameof(ContentType), nameof(RemoteCreatedAt), nameof(FileName)])]
public sealed partial class ApplicationAttachment : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among attachments.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ApplicationAttachmentId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>CV, COVER_LETTER or OTHER.</summary>
    public string? Type { get; set; }

    /// <summary>The file's name.</summary>
    public string? FileName { get; set; }

    /// <summary>The file's MIME type.</summary>
    public string? ContentType { get; set; }

    /// <summary>The URL to download the file from, without the API key; it may stop working soon.</summary>
    public string? DataUrl { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The file's name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(FileName, Id);
}
