using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An employee, with the members that were asked for; the others are null.</summary>
public sealed partial class ProvisioningEmployee : KomboObject
{
    /// <summary>The Kombo id of the employee; null when it was not asked for.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? EmployeeId => Id;

    /// <summary>The id in the connected tool; null when it was not asked for.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The groups the employee belongs to, in short form.</summary>
    public KomboList<ProvisioningGroup>? Groups { get; set; }

    /// <summary>The URL of the portrait.</summary>
    public string? Avatar { get; set; }

    /// <summary>The id of the work location.</summary>
    public string? WorkLocationId { get; set; }

    /// <summary>The id of the legal entity that employs the person.</summary>
    public string? LegalEntityId { get; set; }

    /// <summary>The first and last name, else an id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{FirstName} {LastName}", RemoteId, Id);
}
