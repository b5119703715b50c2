using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A user of the learning management system, in short form.</summary>
public sealed partial class LmsUserReference : KomboObject
{
    /// <summary>The Kombo id of the user.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string LmsUserId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The first name; null when not known.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name; null when not known.</summary>
    public string? LastName { get; set; }

    /// <summary>The e-mail address at work; null when not known.</summary>
    public string? WorkEmail { get; set; }

    /// <summary>The name, else the e-mail address, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", WorkEmail, Id);
}
