namespace Kombo.Models;

/// <summary>The job of an assessment order.</summary>
public sealed partial class AssessmentOrderJob : KomboObject
{
    /// <summary>The id in the connected tool; null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The job's title; null when not known.</summary>
    public string? Name { get; set; }

    /// <summary>The code that people know the job by; null when it has none.</summary>
    public string? JobCode { get; set; }

    /// <summary>The description, usually HTML; null when not known.</summary>
    public string? Description { get; set; }

    /// <summary>Where the job is; null when not known.</summary>
    public Address? Location { get; set; }

    /// <summary>Who hires for the job.</summary>
    public KomboList<AssessmentOrderHiringTeamMember>? HiringTeam { get; set; }

    /// <summary>The job's title, else its code.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Name, JobCode, RemoteId);
}
