using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A candidate's application for a job.</summary>
[Model(Columns = [nameof(Id), nameof(Candidate), nameof(CurrentStage), nameof(Outcome), nameof(RemoteCreatedAt), nameof(Job)])]
public sealed partial class Application : SyncedEntity, IEntity
{
    /// <summary>The Kombo id, unique among applications.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ApplicationId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>PENDING, HIRED or DECLINED (rejected or withdrawn); null when not known.</summary>
    public string? Outcome { get; set; }

    /// <summary>The id of the candidate.</summary>
    public string? CandidateId { get; set; }

    /// <summary>The candidate, in short form; the answer to a creation has more members.</summary>
    public ApplicationCandidate? Candidate { get; set; }

    /// <summary>The id of the job.</summary>
    public string? JobId { get; set; }

    /// <summary>The job, in short form; null for an application without a job.</summary>
    public JobReference? Job { get; set; }

    /// <summary>The id of the stage that the application is in.</summary>
    public string? CurrentStageId { get; set; }

    /// <summary>The stage that the application is in; null when not known.</summary>
    public ApplicationStageReference? CurrentStage { get; set; }

    /// <summary>The name of the reason for the rejection; null when there is none.</summary>
    public string? RejectionReasonName { get; set; }

    /// <summary>When the application was rejected, in UTC; null when it was not.</summary>
    public DateTime? RejectedAt { get; set; }

    /// <summary>The answers to the screening questions; files are not delivered.</summary>
    public KomboList<ScreeningQuestionAnswer>? ScreeningQuestionAnswers { get; set; }

    /// <summary>The interviews, in short form; null in the answer to a creation.</summary>
    public KomboList<ApplicationInterview>? Interviews { get; set; }

    /// <summary>The offers, in short form; null in the answer to a creation.</summary>
    public KomboList<ApplicationOffer>? Offers { get; set; }

    /// <summary>The application's page inside the connected tool; null when the tool has none: the candidate may have one.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>The values of your custom fields, by key; null when there are none.</summary>
    public KomboMap? CustomFields { get; set; }

    /// <summary>The source fields that are switched on for pass-through.</summary>
    public KomboList<IntegrationFieldValue>? IntegrationFields { get; set; }

    /// <summary>When the connected tool says it created the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the connected tool says it last changed the record, in UTC; null when it does not say.</summary>
    public DateTime? RemoteUpdatedAt { get; set; }

    /// <summary>The candidate and the job, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var parts = new[] { Candidate?.ToString(), Job?.ToString() };
        return FirstOf(string.Join(" - ", parts.Where(part => !string.IsNullOrWhiteSpace(part))), Id);
    }
}
