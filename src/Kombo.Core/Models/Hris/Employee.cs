using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A person who works, worked or will work for the organisation.</summary>
[Model(Columns = [nameof(Id), nameof(FirstName), nameof(LastName), nameof(EmploymentStatus), nameof(WorkEmail), nameof(JobTitle)])]
public sealed partial class Employee : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among employees.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string EmployeeId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The number the organisation gave the employee.</summary>
    public string? EmployeeNumber { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The full name as the tool shows it, middle names included; null when the tool has none.</summary>
    public string? DisplayFullName { get; set; }

    /// <summary>The current job title.</summary>
    public string? JobTitle { get; set; }

    /// <summary>The e-mail address at work; null also when it is not a valid one.</summary>
    public string? WorkEmail { get; set; }

    /// <summary>The private e-mail address; null also when it is not a valid one.</summary>
    public string? PersonalEmail { get; set; }

    /// <summary>The mobile phone number, as the source writes it.</summary>
    public string? MobilePhoneNumber { get; set; }

    /// <summary>ACTIVE, PENDING (not started yet), INACTIVE, LEAVE (not reported by every tool), or the text of the source; null when not known.</summary>
    public string? EmploymentStatus { get; set; }

    /// <summary>FULL_TIME, PART_TIME, CONTRACT, INTERNSHIP, FREELANCE, WORKING_STUDENT, APPRENTICESHIP, TRAINING, or the text of the source; null when not known.</summary>
    public string? EmploymentType { get; set; }

    /// <summary>Working hours a week.</summary>
    public double? WeeklyHours { get; set; }

    /// <summary>The first day at the organisation: a date without a time zone.</summary>
    [CalendarDay]
    public DateTime? StartDate { get; set; }

    /// <summary>The last day at the organisation, past or future: a date without a time zone; null when none is set.</summary>
    [CalendarDay]
    public DateTime? TerminationDate { get; set; }

    /// <summary>The date of birth: a date without a time zone.</summary>
    [Sensitive]
    [CalendarDay]
    public DateTime? DateOfBirth { get; set; }

    /// <summary>The nationality.</summary>
    public string? Nationality { get; set; }

    /// <summary>MALE, FEMALE, NON_BINARY, NOT_SPECIFIED, or the text of the source; null when not known.</summary>
    public string? Gender { get; set; }

    /// <summary>WHITE, ASIAN, HISPANIC_LATINO, HAWAIIAN, NATIVE_AMERICAN, BLACK_AFRICAN_AMERICAN, MULTIPLE_ETHNICITIES, DECLINE_TO_SPECIFY, or the text of the source; null when not known.</summary>
    [Sensitive]
    public string? Ethnicity { get; set; }

    /// <summary>SINGLE, MARRIED, DOMESTIC_PARTNERSHIP, WIDOWED, DIVORCED, SEPARATED, NOT_MARRIED, or the text of the source; null when not known.</summary>
    public string? MaritalStatus { get; set; }

    /// <summary>The social security number.</summary>
    [Sensitive]
    public string? Ssn { get; set; }

    /// <summary>The tax id.</summary>
    [Sensitive]
    public string? TaxId { get; set; }

    /// <summary>The home address.</summary>
    public Address? HomeAddress { get; set; }

    /// <summary>The bank accounts that pay goes to.</summary>
    [Sensitive]
    public KomboList<BankAccount>? BankAccounts { get; set; }

    /// <summary>The URL of the portrait: the source's own, or a copy that Kombo keeps for a short time.</summary>
    public string? Avatar { get; set; }

    /// <summary>The groups the employee belongs to, in short form.</summary>
    public KomboList<GroupReference>? Groups { get; set; }

    /// <summary>The id of the work location.</summary>
    public string? WorkLocationId { get; set; }

    /// <summary>The work location; null when there is none or the answer leaves it out.</summary>
    public Location? WorkLocation { get; set; }

    /// <summary>The id of the legal entity that employs the person.</summary>
    public string? LegalEntityId { get; set; }

    /// <summary>The legal entity, in short form; null when there is none or the answer leaves it out.</summary>
    public LegalEntityReference? LegalEntity { get; set; }

    /// <summary>The id of the employee who is the manager.</summary>
    public string? ManagerId { get; set; }

    /// <summary>The manager, in short form; null when there is none or the answer leaves it out.</summary>
    public EmployeeManager? Manager { get; set; }

    /// <summary>The contracts, past ones may be among them.</summary>
    public KomboList<Employment>? Employments { get; set; }

    /// <summary>The time-off balances, without their absence types.</summary>
    public KomboList<EmployeeTimeOffBalance>? TimeOffBalances { get; set; }

    /// <summary>Deprecated: the same content as <see cref="Groups"/>.</summary>
    public KomboList<GroupReference>? Teams { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>The employee's full name, else the first and last name, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(DisplayFullName, $"{FirstName} {LastName}", Id);
}
