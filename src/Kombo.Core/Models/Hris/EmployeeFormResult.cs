using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>What creating an employee through the form led to: an employee, or a pre-hire that becomes one later.</summary>
[Model(Columns = [nameof(Id), nameof(RemoteId), nameof(Prehire)])]
public sealed partial class EmployeeFormResult : KomboObject
{
    /// <summary>The new employee's Kombo id; null while there is only a pre-hire.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? EmployeeId => Id;

    /// <summary>The new employee's id in the connected tool; null while there is only a pre-hire.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The pre-hire in the connected tool.</summary>
    public EmployeeFormPrehire? Prehire { get; set; }

    /// <summary>The employee's id, else the pre-hire's.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id, RemoteId, Prehire?.ToString());
}
