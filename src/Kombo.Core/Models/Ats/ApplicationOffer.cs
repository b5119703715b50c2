using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An offer of an application, in short form.</summary>
public sealed partial class ApplicationOffer : KomboObject
{
    /// <summary>The Kombo id of the offer.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string OfferId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>DRAFT, APPROVED, SENT, ACCEPTED, DECLINED or ABANDONED (lapsed); null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>The offer's status, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Status, Id);
}
