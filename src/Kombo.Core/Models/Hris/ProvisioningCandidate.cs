using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>Someone in the HR tool who is not yet in your system.</summary>
public sealed partial class ProvisioningCandidate : KomboObject
{
    /// <summary>The e-mail address; null when it is not a valid one.</summary>
    public string? Email { get; set; }

    /// <summary>The employee, with the members that were asked for.</summary>
    public ProvisioningEmployee? Employee { get; set; }

    /// <summary>The employee's Kombo id, by the name that other commands bind to; null when the ids were not asked for.</summary>
    [JsonIgnore]
    public string? EmployeeId => Employee?.Id;

    /// <summary>The address, else the employee.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Email, Employee?.ToString());
}
