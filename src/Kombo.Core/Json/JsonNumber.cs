using System.Globalization;

namespace Kombo.Json;

/// <summary>Makes .NET's numbers of JSON's, and only where every digit stays: JSON's may be of any length and size.</summary>
internal static class JsonNumber
{
    /// <summary>2 to the power of 53: up to here a double holds every whole number.</summary>
    private const double MostExactInteger = 9007199254740992;

    /// <summary>True for numbers of 15 digits at most: every double holds those exactly.</summary>
    /// <param name="number">A number as JSON writes it.</param>
    public static bool IsShort(ReadOnlySpan<byte> number) => number.Length <= 16 && number.IndexOfAny((byte)'e', (byte)'E') < 0;

    /// <summary>The number as a double; null when that would be another number.</summary>
    /// <param name="text">A number as JSON writes it.</param>
    public static double? ToDouble(string text) => Parse(text) is { } number && IsSame(text, number, "R") ? number : null;

    /// <summary>
    /// The number as a double where the API documents one: fractions may be rounded at their 17th digit, as every program
    /// does. Null when more than that would be lost.
    /// </summary>
    /// <param name="text">A number as JSON writes it.</param>
    public static double? ToRounded(string text) => Parse(text) is { } number
        && (IsSame(text, number, "R") || IsSame(text, number, "G17") || (number != 0 && Math.Abs(number) < MostExactInteger && Normalize(text).Exponent < 0))
            ? number
            : null;

    /// <summary>The number as a decimal; null when that would be another number.</summary>
    /// <param name="text">A number as JSON writes it.</param>
    public static decimal? ToDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && IsSame(text, number.ToString(CultureInfo.InvariantCulture))
            ? number
            : null;

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number) ? number : null;

    private static bool IsSame(string text, double number, string format) => IsSame(text, number.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>True when both texts are the same number, whatever their zeros and exponents.</summary>
    private static bool IsSame(string one, string other)
    {
        var (digits, exponent) = Normalize(one);
        var (otherDigits, otherExponent) = Normalize(other);
        return digits == otherDigits && (exponent == otherExponent || digits.Length == 0);
    }

    /// <summary>The digits without zeros at either end, and the power of ten of the last of them.</summary>
    private static (string Digits, long Exponent) Normalize(string text)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var mantissa = mark < 0 ? text : text.Substring(0, mark);
        var power = mark < 0 ? "0" : text.Substring(mark + 1);
        if (!long.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            exponent = long.MinValue / 2; // A power that no other number has.
        }

        var digits = mantissa.TrimStart('-', '+');
        var point = digits.IndexOf('.');
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        var significant = digits.TrimEnd('0');
        return (significant.TrimStart('0'), exponent + digits.Length - significant.Length);
    }
}
