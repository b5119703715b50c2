using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>Deprecated: a posting in the shape of a job of an ATS. Many members are always empty.</summary>
[Model(Columns = [nameof(Id), nameof(Name), nameof(JobCode), nameof(Status), nameof(PostUrl)])]
public sealed partial class AiApplyJob : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among these jobs.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string AiApplyJobId => Id;

    /// <summary>An id made by Kombo: the job exists in no connected tool.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The title; null when not known.</summary>
    public string? Name { get; set; }

    /// <summary>The code that you know the job by; null when you gave none.</summary>
    public string? JobCode { get; set; }

    /// <summary>OPEN, CLOSED, DRAFT, ARCHIVED, or other text; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>Who can see it; null when not known.</summary>
    public string? Visibility { get; set; }

    /// <summary>The department.</summary>
    public string? Department { get; set; }

    /// <summary>The category.</summary>
    public string? Category { get; set; }

    /// <summary>FULL_TIME, PART_TIME, CONTRACT, SEASONAL, INTERNSHIP, or other text; null when not known.</summary>
    public string? EmploymentType { get; set; }

    /// <summary>The experience that is asked for.</summary>
    public string? ExperienceLevel { get; set; }

    /// <summary>Whether the work can be done from elsewhere; null when not known.</summary>
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

    /// <summary>The currency of the salary.</summary>
    public string? SalaryCurrency { get; set; }

    /// <summary>The time that the salary is for.</summary>
    public string? SalaryPeriod { get; set; }

    /// <summary>The description, usually HTML.</summary>
    public string? Description { get; set; }

    /// <summary>The address of the posting.</summary>
    public string? PostUrl { get; set; }

    /// <summary>The page of the job; null when not known.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>When the job was opened, in UTC.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>When it was closed or will close, in UTC.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>The stages of applications.</summary>
    public KomboList<JobStage>? Stages { get; set; }

    /// <summary>What applicants are asked; null when not known.</summary>
    public KomboList<ScreeningQuestion>? ScreeningQuestions { get; set; }

    /// <summary>The publications.</summary>
    public KomboList<JobPosting>? JobPostings { get; set; }

    /// <summary>Who hires.</summary>
    public KomboList<HiringTeamMember>? HiringTeam { get; set; }

    /// <summary>Deprecated: see <see cref="Visibility"/>.</summary>
    public bool? Confidential { get; set; }

    /// <summary>Deprecated: see <see cref="HiringTeam"/>.</summary>
    public string? ContactId { get; set; }

    /// <summary>When the record last changed at its source, in UTC; null when not known.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When the record was made in the connected tool, in UTC; null when not known.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the record was found missing in the connected tool, in UTC; null while it exists.</summary>
    public DateTime? RemoteDeletedAt { get; set; }

    /// <summary>Your own fields, mapped from fields of the tool.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>Fields of the tool that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>The tool's own data, by the tool's endpoint; null unless the plan and the scope include it.</summary>
    public KomboMap? RemoteData { get; set; }

    /// <summary>The title, else the code, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, JobCode, Id);
}
