using System.Globalization;
using System.Text.RegularExpressions;

namespace Kombo.PowerShell;

/// <summary>What text means. Each method throws a FormatException that says why a text means nothing, or two things.</summary>
internal static class TextValue
{
    /// <summary>A calendar day, as it is written.</summary>
    public static DateTime Date(string text)
    {
        if (Regex.IsMatch(text, @"^\d{4}-\d{2}-\d{2}($|[T ])"))
        {
            return DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new FormatException($"'{text}' is not a date.");
        }

        return Loosely(text).Date;
    }

    /// <summary>A moment; local time without a zone.</summary>
    public static DateTime Instant(string text)
    {
        if (Regex.IsMatch(text, @"^\d{4}-\d{2}-\d{2}($|[T ])"))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time)
                ? time.UtcDateTime
                : throw new FormatException($"'{text}' is not a time. Write it as yyyy-MM-ddTHH:mm:ssZ.");
        }

        return Loosely(text);
    }

    /// <summary>A number, with a point for decimals.</summary>
    public static double Number(string text) => TryNumber(text, out var number)
        ? number
        : throw new FormatException($"'{text}' is not a number. Write decimals with a point and no other separators, such as 0.5.");

    /// <summary>Reads a number the one way it can be meant.</summary>
    public static bool TryNumber(string text, out double number)
    {
        var isNumber = Regex.IsMatch(text, @"^\s*[+-]?\d+(\.\d+)?\s*$");
        number = isNumber ? double.Parse(text, CultureInfo.InvariantCulture) : 0;
        return isNumber;
    }

    /// <summary>Yes or no.</summary>
    public static bool Flag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "$TRUE" or "1" or "YES" => true,
        "FALSE" or "$FALSE" or "0" or "NO" => false,
        _ => throw new FormatException($"'{text}' is neither true nor false."),
    };

    private static DateTime Loosely(string text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces;
        var isInvariant = DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var invariant);
        var isLocal = DateTime.TryParse(text, CultureInfo.CurrentCulture, Styles, out var local);
        if (isInvariant && isLocal && invariant != local)
        {
            throw new FormatException($"'{text}' can be read as {invariant:yyyy-MM-dd} and as {local:yyyy-MM-dd}. Write it as yyyy-MM-dd.");
        }

        return isInvariant ? invariant : isLocal ? local : throw new FormatException($"'{text}' is not a date. Write it as yyyy-MM-dd.");
    }
}
