using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A candidate, in short form.</summary>
public sealed partial class CandidateReference : KomboObject
{
    /// <summary>The Kombo id of the candidate.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string CandidateId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The e-mail addresses; invalid ones are null.</summary>
    public KomboList<CandidateEmailAddress>? EmailAddresses { get; set; }

    /// <summary>The candidate's first and last name, else the first e-mail address, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", EmailAddresses?.FirstOrDefault()?.ToString(), Id);
}
