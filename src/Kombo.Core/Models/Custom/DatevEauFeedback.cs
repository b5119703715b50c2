using System.Diagnostics.CodeAnalysis;

namespace Kombo.Models;

/// <summary>An answer of a health insurance to an eAU request.</summary>
public sealed partial class DatevEauFeedback : KomboObject
{
    /// <summary>The id of the answer.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The API's name for it.")]
    public string? Guid { get; set; }

    /// <summary>Whom to ask at the health insurance; null when it names nobody.</summary>
    public DatevEauContact? ContactPerson { get; set; }

    /// <summary>What the health insurance knows about the incapacity.</summary>
    public DatevEauIncapacity? IncapacityForWork { get; set; }

    /// <summary>What was wrong with the request; null or empty when nothing was.</summary>
    public KomboList<DatevEauError>? ErrorBlockList { get; set; }

    /// <summary>The incapacity, else the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(IncapacityForWork?.ToString(), Guid);
}
