using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A posting of AI Apply has been read, archived, or has become available or unavailable otherwise.</summary>
public sealed partial class AiApplyJobPostingStatusUpdatedEvent : WebhookEvent
{
    /// <summary>The Kombo id of the posting.</summary>
    [JsonPropertyName("id")]
    public string? PostingId { get; set; }

    /// <summary>The career site that the posting belongs to.</summary>
    public CareerSite? CareerSite { get; set; }

    /// <summary>The address of the posting.</summary>
    public string? Url { get; set; }

    /// <summary>Your own code of the job; null when there is none.</summary>
    public string? JobCode { get; set; }

    /// <summary>APPLYABLE, PENDING (not read yet), ARCHIVED or UNAVAILABLE; only APPLYABLE ones take applications.</summary>
    public string? Availability { get; set; }

    /// <summary>When the posting was added, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When it was archived, in UTC; null while it is not.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>Why it was archived: JOB_POSTING_TAKEN_OFFLINE, MANUAL_ARCHIVE, REMOVED_FROM_JOB_FEED; null while it is not.</summary>
    public string? ArchivedReason { get; set; }

    /// <summary>The availability and the address.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{Availability} {Url}", Type);
}
