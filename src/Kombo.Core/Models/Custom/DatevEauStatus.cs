namespace Kombo.Models;

/// <summary>The state of an eAU request, as DATEV tells it.</summary>
public sealed partial class DatevEauStatus : KomboObject
{
    /// <summary>Where the answer comes from.</summary>
    public string? Source { get; set; }

    /// <summary>The day for which the certificate was asked for.</summary>
    [CalendarDay]
    public DateTime? StartWorkIncapacity { get; set; }

    /// <summary>DATEV's id of the exchange; null when there is none.</summary>
    public string? CollaborationIdentifier { get; set; }

    /// <summary>The answers of the health insurance; empty while there is none.</summary>
    public KomboList<DatevEauFeedback>? FeedbacksFromHealthInsurance { get; set; }

    /// <summary>How many answers there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{FeedbacksFromHealthInsurance?.Count ?? 0} feedbacks";
}
