using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An employee who has a payroll document.</summary>
public sealed partial class DatevDocumentEmployee : KomboObject
{
    /// <summary>The Kombo id of the employee; null when Kombo does not know the person.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? EmployeeId => Id;

    /// <summary>The id of the employee at DATEV.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The id of the employee, else the one at DATEV.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Id, RemoteId);
}
