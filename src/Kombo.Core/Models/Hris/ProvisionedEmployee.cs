using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A user of your system who is an employee in the HR tool.</summary>
public sealed partial class ProvisionedEmployee : KomboObject
{
    /// <summary>The user's id in your system.</summary>
    public string? OriginId { get; set; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The employee, with the members that were asked for.</summary>
    public ProvisioningEmployee? Employee { get; set; }

    /// <summary>The employee's Kombo id, by the name that other commands bind to; null when the ids were not asked for.</summary>
    [JsonIgnore]
    public string? EmployeeId => Employee?.Id;

    /// <summary>The address, else the id in your system.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Email, OriginId);
}
