using System.Globalization;

namespace Kombo.Models;

/// <summary>A level on the scale of a skill. Its kind decides which of the members have a value.</summary>
public sealed partial class ExpectedProficiency : KomboObject
{
    /// <summary>The kind of the scale: NUMERIC or SINGLE_SELECT.</summary>
    public string? Type { get; set; }

    /// <summary>NUMERIC: the number.</summary>
    public double? Value { get; set; }

    /// <summary>SINGLE_SELECT: the Kombo id of one of the scale's options.</summary>
    public string? SelectedOptionId { get; set; }

    /// <summary>The number, else the id of the option.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Value?.ToString(CultureInfo.InvariantCulture), SelectedOptionId);
}
