using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A contract of an employee, the present one or an earlier one.</summary>
[Model(Columns = [nameof(Id), nameof(EmployeeId), nameof(EmploymentType), nameof(EffectiveDate), nameof(JobTitle)])]
public sealed partial class Employment : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among employments.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string EmploymentId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The id of the employee.</summary>
    public string? EmployeeId { get; set; }

    /// <summary>The job title under this contract; the current one is on the employee.</summary>
    public string? JobTitle { get; set; }

    /// <summary>FULL_TIME, PART_TIME, CONTRACT, INTERNSHIP, FREELANCE, WORKING_STUDENT, APPRENTICESHIP, TRAINING, or the text of the source; null when not known.</summary>
    public string? EmploymentType { get; set; }

    /// <summary>The first day of the contract: a date without a time zone.</summary>
    [CalendarDay]
    public DateTime? EffectiveDate { get; set; }

    /// <summary>The pay for one <see cref="PayPeriod"/>, in <see cref="PayCurrency"/>.</summary>
    public double? PayRate { get; set; }

    /// <summary>What the pay rate is for: HOUR, DAY, WEEK, TWO_WEEKS, HALF_MONTH, MONTH, TWO_MONTHS, QUARTER, HALF_YEAR, YEAR, or the text of the source; null when not known.</summary>
    public string? PayPeriod { get; set; }

    /// <summary>How often pay is handed out: DAILY, WEEKLY, BIWEEKLY, MONTHLY, SEMIMONTHLY, QUARTERLY, SEMIANNUALLY, ANNUALLY, PRO_RATA, or the text of the source; null when not known.</summary>
    public string? PayFrequency { get; set; }

    /// <summary>The currency, usually its ISO 4217 code.</summary>
    public string? PayCurrency { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>The job title, else the kind of contract, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(JobTitle, EmploymentType, Id);
}
