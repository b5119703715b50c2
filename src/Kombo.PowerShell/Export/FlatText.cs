using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Writes a value as one cell: in the invariant form, which every command of this module reads back, or for a spreadsheet
/// program of a culture.
/// </summary>
/// <param name="spreadsheet">The culture of the spreadsheet program; null for the invariant form.</param>
internal sealed class FlatText(CultureInfo? spreadsheet)
{
    private const string Separator = "; ";

    // What begins a formula in one program or another. A line break or a tab in front does not hide it.
    private static readonly Regex Formula = new(@"^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]", RegexOptions.CultureInvariant);

    /// <summary>The cell.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isDay">True for a day without a time.</param>
    /// <returns>The text; null for an empty cell.</returns>
    public string? Of(object? value, bool isDay = false) => Number(value) ?? (value is bool flag ? Flag(flag) : Harmless(Text(value, isDay)));

    private string? Text(object? value, bool isDay) => value switch
    {
        null => null,
        string text => text,
        DateTime time => isDay ? KomboTime.FormatBareDate(time) : KomboTime.FormatInstant(time),
        KomboMap map => map.ToString(),
        KomboObject model => model.ToString(),
        IEnumerable list => string.Join(Separator, list.Cast<object?>().Select(item => Number(item) ?? (item is bool flag ? Flag(flag) : Text(item, isDay)))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private string? Number(object? value)
    {
        if (value is null || !InputValue.IsNumber(value))
        {
            return null;
        }

        // Without an exponent where that is possible.
        var text = value is double or float && Math.Abs(Convert.ToDouble(value, CultureInfo.InvariantCulture)) is var size && (size == 0 || size is > 1e-9 and < 1e15)
            ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var exact && (double)exact == Convert.ToDouble(value, CultureInfo.InvariantCulture)
                ? exact.ToString(CultureInfo.InvariantCulture)
                : Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)
            : InputValue.Text(value);
        if (spreadsheet is not null)
        {
            return text.Replace(".", spreadsheet.NumberFormat.NumberDecimalSeparator);
        }

        // What one reads as 1.5 thousand is 1.5 for the next; a zero at the end tells.
        return Regex.IsMatch(text, @"^-?[1-9][0-9]{0,2}\.[0-9]{3}\z") ? text + "0" : text;
    }

    private string Flag(bool flag) => spreadsheet is null ? flag ? "true" : "false" : TextValue.FlagText(flag, spreadsheet);

    private string? Harmless(string? text) => spreadsheet is not null && text is not null && Formula.IsMatch(text) ? "'" + text : text;
}
