using System.Globalization;
using System.Text.RegularExpressions;

namespace Kombo.PowerShell;

/// <summary>What text means. Each method throws a FormatException that says why a text means nothing, or two things.</summary>
internal static class TextValue
{
    /// <summary>A calendar day, as it is written.</summary>
    public static DateTime Date(string text)
    {
        if (Regex.IsMatch(text, "^[0-9]{4}-[0-9]{2}-[0-9]{2}($|[T ])"))
        {
            return DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new FormatException($"{InputValue.Quote(text)} is not a date.");
        }

        return Loosely(text).Date;
    }

    /// <summary>A moment; local time without a zone.</summary>
    public static DateTime Instant(string text)
    {
        if (Regex.IsMatch(text, "^[0-9]{4}-[0-9]{2}-[0-9]{2}($|[T ])"))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time)
                ? time.UtcDateTime
                : throw new FormatException($"{InputValue.Quote(text)} is not a time. Write it as yyyy-MM-ddTHH:mm:ssZ.");
        }

        return Loosely(text);
    }

    /// <summary>A number, with a point for decimals.</summary>
    public static double Number(string text) => TryNumber(text, out var number)
        ? number
        : throw new FormatException($"{InputValue.Quote(text)} is not a number. Write decimals with a point and no other separators, such as 0.5.");

    /// <summary>Reads a number the one way it can be meant.</summary>
    /// <exception cref="FormatException">It is a number, but cannot be sent as it is written.</exception>
    public static bool TryNumber(string text, out double number)
    {
        // Not \d, which the digits of all scripts are.
        var isNumber = Regex.IsMatch(text, @"^\s*[+-]?[0-9]+(\.[0-9]+)?\s*$");
        number = isNumber ? Exact(text.Trim()) : 0;
        return isNumber;
    }

    /// <summary>A number of any type as the one that is sent.</summary>
    /// <exception cref="FormatException">It cannot be sent without a change.</exception>
    public static double Exact(object number) => number switch
    {
        double real => Finite(real),
        float real => Finite(double.Parse(real.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        _ => Exact(InputValue.Text(number)),
    };

    /// <summary>Yes or no.</summary>
    public static bool Flag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "$TRUE" or "1" or "YES" => true,
        "FALSE" or "$FALSE" or "0" or "NO" => false,
        _ => throw new FormatException($"{InputValue.Quote(text)} is neither true nor false."),
    };

    private static double Finite(double number) => double.IsNaN(number) || double.IsInfinity(number)
        ? throw new FormatException($"{number.ToString(CultureInfo.InvariantCulture)} is not a number that can be sent.")
        : number;

    /// <summary>The number that a text of digits stands for, unless digits would be lost.</summary>
    private static double Exact(string digits)
    {
        const NumberStyles Style = NumberStyles.Float;
        if (decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var exact)
            && double.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number)
            && decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), Style, CultureInfo.InvariantCulture, out var sent)
            && sent == exact
            && SignificantDigits(digits) <= 28
            && (number != 0 || SignificantDigits(digits) == 0))
        {
            return number;
        }

        throw new FormatException($"{InputValue.Quote(digits)} has more digits than can be sent without a change.");
    }

    private static int SignificantDigits(string digits) => digits.Trim('+', '-', '0').Replace(".", "").TrimEnd('0').Length;

    private static DateTime Loosely(string text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces;
        var isInvariant = DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var invariant);
        var isLocal = DateTime.TryParse(text, CultureInfo.CurrentCulture, Styles, out var local);
        if (isInvariant && isLocal && invariant != local)
        {
            throw new FormatException($"{InputValue.Quote(text)} can be read as {invariant:yyyy-MM-dd} and as {local:yyyy-MM-dd}. Write it as yyyy-MM-dd.");
        }

        return isInvariant ? invariant : isLocal ? local : throw new FormatException($"{InputValue.Quote(text)} is not a date. Write it as yyyy-MM-dd.");
    }
}
