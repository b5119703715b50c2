using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A user of the recruiting tool.</summary>
[Model(Columns = [nameof(Id), nameof(FirstName), nameof(LastName), nameof(Email), nameof(Status), nameof(SystemRoles)])]
public sealed partial class AtsUser : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among users of the recruiting tool.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AtsUserId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The e-mail address; null also when it is not a valid one.</summary>
    public string? Email { get; set; }

    /// <summary>ACTIVE or INACTIVE; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>The roles that the user has everywhere in the tool.</summary>
    public KomboList<JobRole>? SystemRoles { get; set; }

    /// <summary>The user's first and last name, else the e-mail address, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", Email, Id);
}
