using System.Globalization;
using System.Text.RegularExpressions;

namespace Kombo.PowerShell;

/// <summary>
/// What text means: in the invariant form, which is the same everywhere, or as one culture writes it. Never is anything taken
/// from the machine's own culture. Each method throws a FormatException that says why a text means nothing, or two things.
/// </summary>
internal static class TextValue
{
    /// <summary>What else to do about text that is not in the invariant form, on commands with -Culture.</summary>
    public const string OtherWayOut = "Or use -Culture to name the culture of the text, such as -Culture de-DE.";

    // Years of other calendars are far from these, so none is taken for one of ours.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    // Not \d, which the digits of all scripts are.
    private static readonly Regex InvariantDate = new(
        @"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?))?(?<zone> ?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex CultureDate = new(
        @"^(?<first>[0-9]{1,4})\s?(?<separator>[./-])\s?(?<second>[0-9]{1,2})\s?\k<separator>\s?(?<third>[0-9]{1,4})(?<rest>\D.*)?\z",
        RegexOptions.CultureInvariant);

    private static readonly Regex CultureTime = new(
        @"^,?\s+(?<hour>[0-9]{1,2})(?<separator>[:.])(?<minute>[0-9]{2})(?:\k<separator>(?<second>[0-9]{2})(?:[.,][0-9]{1,7})?)?(?:\s?(?<half>[^0-9\s:+-][^0-9:+-]*?))?(?:\s?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2}))?\z",
        RegexOptions.CultureInvariant);

    /// <summary>The words that spreadsheets write for true and false, by language.</summary>
    private static readonly Dictionary<string, (string True, string False)> Words = new(StringComparer.Ordinal)
    {
        ["ca"] = ("CERT", "FALS"),
        ["cs"] = ("PRAVDA", "NEPRAVDA"),
        ["da"] = ("SAND", "FALSK"),
        ["de"] = ("WAHR", "FALSCH"),
        ["es"] = ("VERDADERO", "FALSO"),
        ["fi"] = ("TOSI", "EP\u00C4TOSI"),
        ["fr"] = ("VRAI", "FAUX"),
        ["hu"] = ("IGAZ", "HAMIS"),
        ["it"] = ("VERO", "FALSO"),
        ["nb"] = ("SANN", "USANN"),
        ["nl"] = ("WAAR", "ONWAAR"),
        ["nn"] = ("SANN", "USANN"),
        ["no"] = ("SANN", "USANN"),
        ["pl"] = ("PRAWDA", "FA\u0141SZ"),
        ["pt"] = ("VERDADEIRO", "FALSO"),
        ["ro"] = ("ADEV\u0102RAT", "FALS"),
        ["ru"] = ("\u0418\u0421\u0422\u0418\u041D\u0410", "\u041B\u041E\u0416\u042C"),
        ["sk"] = ("PRAVDA", "NEPRAVDA"),
        ["sv"] = ("SANT", "FALSKT"),
        ["tr"] = ("DO\u011ERU", "YANLI\u015E"),
    };

    /// <summary>A calendar day, as it is written: nothing is shifted by a time zone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">How it is written; null for the invariant form.</param>
    public static DateTime Date(string text, CultureInfo? culture = null) => Parts(text, culture).Day;

    /// <summary>A moment, in UTC; local time without a zone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">How it is written; null for the invariant form.</param>
    public static DateTime Instant(string text, CultureInfo? culture = null)
    {
        var (day, time, zone) = Parts(text, culture);
        var written = day.Add(time).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture) + zone;
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment)
            ? moment.UtcDateTime
            : throw NoDate(text, culture);
    }

    /// <summary>A number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">How it is written; null for the invariant form: a point for decimals, and nothing between thousands.</param>
    public static double Number(string text, CultureInfo? culture = null)
    {
        if (culture is not null)
        {
            return Exact(Digits(text, culture) ?? throw new FormatException($"{InputValue.Quote(text)} is not a number as {culture.Name} writes it, such as {1234.5.ToString("N1", culture)}."));
        }

        // What one person writes for one and a half is one thousand five hundred for the next.
        if (Regex.IsMatch(text, @"^[+-]?[1-9][0-9]{0,2}\.[0-9]{3}\z"))
        {
            throw new FormatException($"{InputValue.Quote(text)} can be read as {text} and as {text.Replace(".", "")}. Write {text}0 or {text.Replace(".", "")}.");
        }

        return Regex.IsMatch(text, @"^[+-]?[0-9]+(\.[0-9]+)?\z")
            ? Exact(text)
            : throw new FormatException($"{InputValue.Quote(text)} is not a number. Use a decimal point and no group separators, such as 0.5.");
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
    /// <param name="text">The text.</param>
    /// <param name="culture">How it is written; null for the invariant form.</param>
    public static bool Flag(string text, CultureInfo? culture = null)
    {
        bool Is(string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase)
            || (culture is not null && culture.CompareInfo.Compare(text, word, CompareOptions.IgnoreCase) == 0);

        if (culture is not null && Words.TryGetValue(culture.TwoLetterISOLanguageName, out var words))
        {
            if (Is(words.True) || Is(words.False))
            {
                return Is(words.True);
            }
        }

        return text.ToUpperInvariant() switch
        {
            "TRUE" or "1" => true,
            "FALSE" or "0" => false,
            _ => throw new FormatException($"{InputValue.Quote(text)} is neither true nor false. Write true, false, 1 or 0."),
        };
    }

    /// <summary>True or false in the words of a culture's spreadsheets.</summary>
    public static string FlagText(bool flag, CultureInfo culture) =>
        Words.TryGetValue(culture.TwoLetterISOLanguageName, out var words) ? flag ? words.True : words.False : flag ? "TRUE" : "FALSE";

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

        throw new FormatException($"{InputValue.Quote(digits)} has more digits than can be sent without loss.");
    }

    private static int SignificantDigits(string digits) => digits.Trim('+', '-', '0').Replace(".", "").TrimEnd('0').Length;

    /// <summary>
    /// The parts of a date. The invariant form is taken with a culture, too, and a culture may have several ways to write a day
    /// in digits; where two of them make two days of a text, it is refused.
    /// </summary>
    private static (DateTime Day, TimeSpan Time, string Zone) Parts(string text, CultureInfo? culture)
    {
        var readings = culture is null ? [] : CultureParts(text, culture).ToList();
        if (InvariantParts(text) is { } invariant && (culture is null || culture.DateTimeFormat.Calendar is GregorianCalendar || IsOfOurTime(invariant.Day)))
        {
            readings.Add(invariant);
        }

        return readings.Select(reading => reading.Day).Distinct().Count() == 1 ? readings[0] : throw NoDate(text, culture);
    }

    private static (DateTime Day, TimeSpan Time, string Zone)? InvariantParts(string text)
    {
        var match = InvariantDate.Match(text);
        var time = TimeSpan.Zero;
        return match.Success
            && DateTime.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && (match.Groups["time"] is not { Success: true, Value: var written } || (TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out time) && time < TimeSpan.FromDays(1)))
            ? (day, time, match.Groups["zone"].Value.Trim())
            : null;
    }

    private static IEnumerable<(DateTime Day, TimeSpan Time, string Zone)> CultureParts(string text, CultureInfo culture)
    {
        // Some cultures put marks of direction between the digits.
        var format = culture.DateTimeFormat;
        var match = CultureDate.Match(WithoutMarks(text));
        return !match.Success
            ? []
            : Patterns(format)
                .Where(pattern => IsSeparator(match.Groups["separator"].Value, Order(pattern), pattern))
                .Select(pattern => Reading(match, pattern, format))
                .OfType<(DateTime, TimeSpan, string)>();
    }

    private static (DateTime Day, TimeSpan Time, string Zone)? Reading(Match match, string pattern, DateTimeFormatInfo format)
    {
        var order = Order(pattern);
        string Part(char letter) => match.Groups[order.IndexOf(letter) switch { 0 => "first", 1 => "second", _ => "third" }].Value;

        // The last letters of a pattern may be words, such as the Bulgarian one for year.
        var rest = match.Groups["rest"].Value;
        var words = pattern.Substring(pattern.LastIndexOf(order[2]) + 1).Replace("'", "").Replace("\\", "").Trim();
        rest = words.Length > 0 && rest.TrimStart().StartsWith(words, StringComparison.Ordinal) ? rest.TrimStart().Substring(words.Length) : rest;
        if (Part('y').Length != 4 || Part('M').Length > 2 || Part('d').Length > 2 || Time(rest, format) is not { } time)
        {
            return null;
        }

        try
        {
            var day = format.Calendar.ToDateTime(Whole(Part('y')), Whole(Part('M')), Whole(Part('d')), 0, 0, 0, 0);
            return format.Calendar is GregorianCalendar || IsOfOurTime(day) ? (day, time.Time, time.Zone) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>How a culture writes days in digits.</summary>
    private static IEnumerable<string> Patterns(DateTimeFormatInfo format) => format.GetAllDateTimePatterns('d').Prepend(format.ShortDatePattern)
        .Select(pattern => WithoutMarks(pattern).Replace("/", format.DateSeparator))
        .Where(pattern => Order(pattern) is { Length: 3 } order && order.Distinct().Count() == 3);

    /// <summary>The first letters of day, month and year, in the order of a pattern.</summary>
    private static string Order(string pattern) =>
        new(Regex.Matches(Regex.Replace(pattern, @"'[^']*'|\\.", ""), "d+|M+|y+").Cast<Match>().Select(letter => letter.Value[0]).ToArray());

    private static string WithoutMarks(string text) => Regex.Replace(text, "[\u200E\u200F\u061C]", "");

    /// <summary>The culture's own separator; where the day comes first, also a dot or a dash, which nobody writes behind a month.</summary>
    private static bool IsSeparator(string separator, string order, string pattern) =>
        pattern.Contains(separator) || order[0] == 'y' || (order == "dMy" && separator != "/");

    private static (TimeSpan Time, string Zone)? Time(string text, DateTimeFormatInfo format)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (TimeSpan.Zero, "");
        }

        var match = CultureTime.Match(text);
        if (!match.Success)
        {
            return null;
        }

        int hour = Whole(match.Groups["hour"].Value), minute = Whole(match.Groups["minute"].Value);
        var second = match.Groups["second"].Success ? Whole(match.Groups["second"].Value) : 0;
        if (match.Groups["half"] is { Success: true, Value: var half })
        {
            var isMorning = IsWord(half, format.AMDesignator);
            if (hour is < 1 or > 12 || isMorning == IsWord(half, format.PMDesignator))
            {
                return null;
            }

            hour = (hour % 12) + (isMorning ? 0 : 12);
        }

        return hour < 24 && minute < 60 && second < 60 ? (new TimeSpan(hour, minute, second), match.Groups["zone"].Value) : null;
    }

    private static bool IsWord(string text, string word) =>
        word.Length > 0 && Regex.Replace(text, @"\s", " ").Trim().Equals(Regex.Replace(word, @"\s", " "), StringComparison.OrdinalIgnoreCase);

    private static bool IsOfOurTime(DateTime day) => day.Year is >= FirstYear and <= LastYear;

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A number as a culture writes it, in the invariant form; null when it is none.</summary>
    private static string? Digits(string text, CultureInfo culture)
    {
        // There are several kinds of blanks: spreadsheets write one, .NET knows another for the same culture.
        static string Plain(string written) => Regex.Replace(WithoutMarks(written), @"\s", " ").Replace('\u2019', '\'').Replace('\u2212', '-');

        var format = culture.NumberFormat;
        var point = Plain(format.NumberDecimalSeparator);
        var number = Plain(text);
        var minus = Plain(format.NegativeSign);
        var sign = number.StartsWith(minus, StringComparison.Ordinal) ? "-" : "";
        number = sign.Length > 0 ? number.Substring(minus.Length) : number.Length > 0 && number[0] == '+' ? number.Substring(1) : number;
        var at = number.IndexOf(point, StringComparison.Ordinal);
        var whole = Ungrouped(at < 0 ? number : number.Substring(0, at), Plain(format.NumberGroupSeparator), format.NumberGroupSizes);
        var decimals = at < 0 ? "" : number.Substring(at + point.Length);
        return whole is null || !Regex.IsMatch(whole, @"^[0-9]+\z") || (at >= 0 && !Regex.IsMatch(decimals, @"^[0-9]+\z"))
            ? null
            : $"{sign}{whole}{(at < 0 ? "" : ".")}{decimals}";
    }

    /// <summary>Digits without the separators between their groups; null when these are not where the culture puts them.</summary>
    private static string? Ungrouped(string whole, string separator, int[] sizes)
    {
        var groups = separator.Length == 0 ? [whole] : whole.Split([separator], StringSplitOptions.None);
        for (var index = 1; groups.Length > 1 && index <= groups.Length; index++)
        {
            var size = sizes.Length == 0 ? 0 : sizes[Math.Min(index, sizes.Length) - 1];
            var length = groups[groups.Length - index].Length;
            if (index == groups.Length ? length < 1 || (size > 0 && length > size) : size == 0 || length != size)
            {
                return null;
            }
        }

        return string.Concat(groups);
    }

    private static FormatException NoDate(string text, CultureInfo? culture) => new(culture is null
        ? $"{InputValue.Quote(text)} is not a date. Write it as yyyy-MM-dd, such as 2026-12-24."
        : $"{InputValue.Quote(text)} is not a date as {culture.Name} writes it, such as {new DateTime(2026, 12, 24).ToString(Regex.Replace(culture.DateTimeFormat.ShortDatePattern, "y+", "yyyy"), culture)}, with a year of four digits.");
}
