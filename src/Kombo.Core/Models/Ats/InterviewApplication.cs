using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The application of an interview, in short form.</summary>
public sealed partial class InterviewApplication : KomboObject
{
    /// <summary>The Kombo id of the application.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string ApplicationId => Id;

    /// <summary>The id in the connected tool; it may be put together from several, and null when the tool has none.</summary>
    public string? RemoteId { get; set; }

    /// <summary>PENDING, HIRED, or DECLINED (rejected or withdrawn); null when not known.</summary>
    public string? Outcome { get; set; }

    /// <summary>Why the application was rejected; null when it was not, or for no known reason.</summary>
    public string? RejectionReasonName { get; set; }

    /// <summary>Who applied; null when not known.</summary>
    public CandidateReference? Candidate { get; set; }

    /// <summary>The job; null when not known.</summary>
    public JobReference? Job { get; set; }

    /// <summary>The candidate and the job, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(", ", new object?[] { Candidate, Job }.Where(part => part is not null)), Id);
}
