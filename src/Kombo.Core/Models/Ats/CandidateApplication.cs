using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>An application of a candidate, in short form.</summary>
public sealed partial class CandidateApplication : KomboObject
{
    /// <summary>The Kombo id of the application.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ApplicationId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>The job, in short form; null for an application without a job.</summary>
    public JobReference? Job { get; set; }

    /// <summary>The stage that the application is in; null when not known.</summary>
    public ApplicationStageReference? CurrentStage { get; set; }

    /// <summary>PENDING, HIRED or DECLINED (rejected or withdrawn); null when not known.</summary>
    public string? Outcome { get; set; }

    /// <summary>The name of the reason for the rejection; null when there is none.</summary>
    public string? RejectionReasonName { get; set; }

    /// <summary>When the application was rejected, in UTC; null when it was not.</summary>
    public DateTime? RejectedAt { get; set; }

    /// <summary>The application's page inside the connected tool; null when the tool has none: the candidate may have one.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>When this record last changed, in UTC; changes of related records do not count.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>The job's title and the outcome, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var job = Job?.ToString();
        return FirstOf(string.IsNullOrEmpty(Outcome) || string.IsNullOrEmpty(job) ? job : $"{job} ({Outcome})", Id);
    }
}
