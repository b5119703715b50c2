using System.Globalization;
using Kombo.Json;

namespace Kombo.Models;

/// <summary>An answer to a screening question. The question's kind decides which of the members has a value.</summary>
public sealed partial class ScreeningAnswer : KomboObject
{
    /// <summary>TEXT: the text.</summary>
    public string? Content { get; set; }

    /// <summary>SINGLE_SELECT: the choice.</summary>
    public string? Choice { get; set; }

    /// <summary>MULTI_SELECT: the choices.</summary>
    public KomboList<string>? Choices { get; set; }

    /// <summary>BOOLEAN: yes or no.</summary>
    public bool? Checked { get; set; }

    /// <summary>NUMBER: the number.</summary>
    public double? Number { get; set; }

    /// <summary>DATE: the moment, in UTC.</summary>
    public DateTime? Date { get; set; }

    /// <summary>UNKNOWN: the answer as the connected tool has it.</summary>
    public object? Raw { get; set; }

    /// <summary>The answer, whatever its kind.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var date = Date is not { } time ? null
            : time.TimeOfDay == TimeSpan.Zero ? KomboTime.FormatBareDate(time)
            : KomboTime.FormatInstant(time);
        return FirstOf(
            Content,
            Choice,
            Choices?.ToString(),
            Checked?.ToString(),
            Number?.ToString(CultureInfo.InvariantCulture),
            date,
            Convert.ToString(Raw, CultureInfo.InvariantCulture));
    }
}
