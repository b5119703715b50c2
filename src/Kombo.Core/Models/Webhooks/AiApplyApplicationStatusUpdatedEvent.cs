using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>The submission of an application through AI Apply has come to another state.</summary>
public sealed partial class AiApplyApplicationStatusUpdatedEvent : WebhookEvent
{
    /// <summary>The Kombo id of the application.</summary>
    [JsonPropertyName("id")]
    public string? AiApplyApplicationId { get; set; }

    /// <summary>The Kombo id of the posting applied to.</summary>
    [JsonPropertyName("job_posting_id")]
    public string? PostingId { get; set; }

    /// <summary>SUBMITTED, DUPLICATE, PENDING or FAILED.</summary>
    public string? Status { get; set; }

    /// <summary>When the application was handed in, in UTC.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The application's state.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Status, Type);
}
