using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The manager of an employee: an employee in short form.</summary>
public sealed partial class EmployeeManager : KomboObject
{
    /// <summary>The Kombo id of the manager, which is an employee id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string EmployeeId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The number the organisation gave the manager.</summary>
    public string? EmployeeNumber { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The full name as the tool shows it, middle names included; null when the tool has none.</summary>
    public string? DisplayFullName { get; set; }

    /// <summary>The e-mail address at work; null also when it is not a valid one.</summary>
    public string? WorkEmail { get; set; }

    /// <summary>ACTIVE, PENDING (not started yet), INACTIVE, LEAVE, or the text of the source; null when not known.</summary>
    public string? EmploymentStatus { get; set; }

    /// <summary>The last day at the organisation, past or future: a date without a time zone; null when none is set.</summary>
    [CalendarDay]
    public DateTime? TerminationDate { get; set; }

    /// <summary>The manager's full name, else the first and last name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(DisplayFullName, $"{FirstName} {LastName}", Id);
}
