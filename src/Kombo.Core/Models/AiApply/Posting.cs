using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>A posting on a career site, to which AI Apply can send applications.</summary>
[Model(Columns = [nameof(Id), nameof(CareerSite), nameof(JobCode), nameof(Availability), nameof(Url)])]
public sealed partial class Posting : KomboObject, IEntity
{
    /// <summary>The Kombo id, unique among postings.</summary>
    public string Id { get; set; } = "";

    /// <summary>The same as <see cref="Id"/>, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string PostingId => Id;

    /// <summary>The career site.</summary>
    public CareerSite? CareerSite { get; set; }

    /// <summary>The Kombo id of the career site, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? CareerSiteId => CareerSite?.Id;

    /// <summary>The name of the career site, by the name that other commands bind to.</summary>
    [JsonIgnore]
    public string? CareerSiteLabel => CareerSite?.Label;

    /// <summary>The address of the posting.</summary>
    public string? Url { get; set; }

    /// <summary>The code that you know the job by; null when you gave none.</summary>
    public string? JobCode { get; set; }

    /// <summary>APPLYABLE, PENDING (the posting is being read), ARCHIVED or UNAVAILABLE. Only APPLYABLE takes applications.</summary>
    public string? Availability { get; set; }

    /// <summary>When the posting was submitted, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When it was archived, in UTC; null while it is not.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>JOB_POSTING_TAKEN_OFFLINE, MANUAL_ARCHIVE or REMOVED_FROM_JOB_FEED; null while it is not archived.</summary>
    public string? ArchivedReason { get; set; }

    /// <summary>The address, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Url, Id);
}
