using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads jobs, with their stages, screening questions, postings and hiring team.</summary>
[Cmdlet(VerbsCommon.Get, "KomboJob")]
[OutputType(typeof(Kombo.Models.Job))]
[KomboOperation("GET", "ats/jobs", List = "results", MaxPageSize = 250)]
public sealed class GetKomboJobCommand : SyncedListCommand<Kombo.Models.Job>
{
    /// <summary>Only jobs with one of these codes.</summary>
    [Parameter]
    [Text(Several = true)]
    [Query("job_codes")]
    public string[]? JobCode { get; set; }

    /// <summary>Only the job that is published at this address.</summary>
    [Parameter]
    [Text]
    [Query("post_url")]
    public string? PostUrl { get; set; }

    /// <summary>Only jobs in one of these states.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("OPEN", "CLOSED", "DRAFT", "ARCHIVED")]
    [Query("statuses")]
    public string[]? Status { get; set; }

    /// <summary>Only jobs of one of these kinds of employment.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("FULL_TIME", "PART_TIME", "CONTRACT", "SEASONAL", "INTERNSHIP")]
    [Query("employment_types")]
    public string[]? EmploymentType { get; set; }

    /// <summary>Only jobs that are visible in one of these ways.</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("PUBLIC", "INTERNAL", "UNLISTED", "CONFIDENTIAL")]
    [Query("visibilities")]
    public string[]? Visibility { get; set; }

    /// <summary>Only jobs created in the connected tool on this day or later.</summary>
    [Parameter]
    [Date]
    [Query("remote_created_after")]
    public DateTime? RemoteCreatedAfter { get; set; }

    /// <summary>Only jobs whose name contains this text, in any case.</summary>
    [Parameter]
    [Text]
    [Query("name_contains")]
    public string? NameContains { get; set; }
}
