using System.Text.Json.Serialization;

namespace Kombo.Models;

/// <summary>
/// Someone has ordered an assessment or a background check for a candidate in the customer's recruiting tool; or, with the type
/// inline-assessment:order-received, a candidate has come to the assessment that is a step of the application itself.
/// </summary>
public sealed partial class AssessmentOrderReceivedEvent : WebhookEvent
{
    /// <summary>The Kombo id of the order; the result is sent for it.</summary>
    [JsonPropertyName("id")]
    public string? AssessmentOrderId { get; set; }

    /// <summary>Your own id of the ordered package.</summary>
    public string? PackageId { get; set; }

    /// <summary>OPEN, COMPLETED, CANCELLED or REJECTED.</summary>
    public string? Status { get; set; }

    /// <summary>The candidate to be assessed.</summary>
    public AssessmentOrderCandidate? Candidate { get; set; }

    /// <summary>The application that it is for.</summary>
    public AssessmentOrderApplication? Application { get; set; }

    /// <summary>The job applied for.</summary>
    public AssessmentOrderJob? Job { get; set; }

    /// <summary>The package and the candidate.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(string.Join(" for ", new[] { PackageId, Candidate?.ToString() }.Where(part => !string.IsNullOrWhiteSpace(part))), Type);
}
