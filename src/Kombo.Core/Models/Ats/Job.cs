using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A job that is or was to be filled.</summary>
[Model(Columns = [nameof(Id), nameof(JobCode), nameof(Status), nameof(Visibility), nameof(Department), nameof(Name)])]
public sealed partial class Job : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among jobs.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string JobId => Id;

    /// <summary>The id in the connected tool; it may be put together from several.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The job's title.</summary>
    public string? Name { get; set; }

    /// <summary>The code that people know the job by, such as a requisition number.</summary>
    public string? JobCode { get; set; }

    /// <summary>OPEN, CLOSED, DRAFT, ARCHIVED, or the text of the source; null when not known. Whether to publish depends on the visibility too.</summary>
    public string? Status { get; set; }

    /// <summary>PUBLIC, INTERNAL (staff only), UNLISTED (by link only), CONFIDENTIAL (nobody can apply), or the text of the source; null when not known.</summary>
    public string? Visibility { get; set; }

    /// <summary>The department.</summary>
    public string? Department { get; set; }

    /// <summary>The category.</summary>
    public string? Category { get; set; }

    /// <summary>FULL_TIME, PART_TIME, CONTRACT, SEASONAL, INTERNSHIP, or the text of the source; null when not known.</summary>
    public string? EmploymentType { get; set; }

    /// <summary>The experience that is asked for, in free text.</summary>
    public string? ExperienceLevel { get; set; }

    /// <summary>REMOTE, HYBRID, TEMPORARY, ON_SITE, or the text of the source; null when not known.</summary>
    public string? RemoteWorkStatus { get; set; }

    /// <summary>Working hours a week.</summary>
    public double? WeeklyHours { get; set; }

    /// <summary>Where the job is.</summary>
    public Address? Location { get; set; }

    /// <summary>The salary for one <see cref="SalaryPeriod"/>, in <see cref="SalaryCurrency"/>.</summary>
    public double? SalaryAmount { get; set; }

    /// <summary>The lower end of the salary range.</summary>
    public double? SalaryAmountFrom { get; set; }

    /// <summary>The upper end of the salary range.</summary>
    public double? SalaryAmountTo { get; set; }

    /// <summary>The currency of the salary, usually its ISO 4217 code.</summary>
    public string? SalaryCurrency { get; set; }

    /// <summary>What the salary is for: YEAR, MONTH, TWO_WEEKS, WEEK, DAY, HOUR, or the text of the source; null when not known.</summary>
    public string? SalaryPeriod { get; set; }

    /// <summary>The text of the job, normally HTML.</summary>
    public string? Description { get; set; }

    /// <summary>The public page of the job.</summary>
    public string? PostUrl { get; set; }

    /// <summary>The page of the job inside the connected tool; null when the tool has none.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>When the job was opened, in UTC.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>When the job was or will be closed, in UTC; null when no end is set.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>The stages that applications to this job can be moved to.</summary>
    public KomboList<JobStage>? Stages { get; set; }

    /// <summary>The questions that applicants are asked.</summary>
    public KomboList<ScreeningQuestion>? ScreeningQuestions { get; set; }

    /// <summary>The postings of the job.</summary>
    public KomboList<JobPosting>? JobPostings { get; set; }

    /// <summary>The users who work on filling the job.</summary>
    public KomboList<HiringTeamMember>? HiringTeam { get; set; }

    /// <summary>Deprecated: use <see cref="Visibility"/>. Whether the job is confidential.</summary>
    public bool? Confidential { get; set; }

    /// <summary>Deprecated: use <see cref="HiringTeam"/>. The id of the user to contact.</summary>
    public string? ContactId { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The job's title, else its id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, Id);
}
