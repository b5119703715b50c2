using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A person who applied, or could apply, for jobs.</summary>
[Model(Columns = [nameof(Id), nameof(FirstName), nameof(LastName), nameof(EmailAddresses), nameof(Company), nameof(Applications)])]
public sealed partial class Candidate : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among candidates.</summary>
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

    /// <summary>The company where the candidate works.</summary>
    public string? Company { get; set; }

    /// <summary>What the candidate works as.</summary>
    public string? Title { get; set; }

    /// <summary>The e-mail addresses; invalid ones are dropped.</summary>
    public KomboList<CandidateEmailAddress>? EmailAddresses { get; set; }

    /// <summary>The phone numbers.</summary>
    public KomboList<CandidatePhoneNumber>? PhoneNumbers { get; set; }

    /// <summary>The accounts on social networks and the like.</summary>
    public KomboList<SocialMedia>? SocialMedia { get; set; }

    /// <summary>Where the candidate lives.</summary>
    public Address? Location { get; set; }

    /// <summary>The label of the source that the candidate came from.</summary>
    public string? Source { get; set; }

    /// <summary>Whether the candidate is confidential; null when not known.</summary>
    public bool? Confidential { get; set; }

    /// <summary>The candidate's applications, in short form.</summary>
    public KomboList<CandidateApplication>? Applications { get; set; }

    /// <summary>The tags on the candidate.</summary>
    public KomboList<TagReference>? Tags { get; set; }

    /// <summary>The candidate's page inside the connected tool; null when the tool has none.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The candidate's first and last name, else the first e-mail address, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", EmailAddresses?.FirstOrDefault()?.ToString(), Id);
}
