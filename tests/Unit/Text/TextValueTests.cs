using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>
/// What text means, over all cultures of the machine: either exactly the value that was written arrives, or the text is
/// refused. Never another value.
/// </summary>
public sealed class TextValueTests
{
    private static readonly CultureInfo[] Cultures = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(culture => culture.Name.Length > 0).ToArray();

    /// <summary>Days up to 2076, where the calendars of .NET end, in any culture of the machine.</summary>
    private static readonly Arbitrary<(CultureInfo Culture, DateTime Day)> Days = (
        from culture in Gen.Elements(Cultures)
        from day in Gen.Choose(0, 64_000)
        select (culture, new DateTime(1901, 1, 1).AddDays(day))).ToArbitrary();

    private static readonly Arbitrary<(CultureInfo Culture, decimal Number)> Numbers = (
        from culture in Gen.Elements(Cultures)
        from cents in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from decimals in Gen.Choose(0, 3)
        select (culture, cents / (decimal)Math.Pow(10, decimals))).ToArbitrary();

    /// <summary>The value, or null when the text is refused.</summary>
    private static T? Read<T>(Func<T> read)
        where T : struct
    {
        try
        {
            return read();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>No rule but one that knows the culture can tell these from the invariant form.</summary>
    private static bool IsYearDayMonth(string pattern) => pattern.IndexOf('y') < pattern.IndexOf('d') && pattern.IndexOf('d') < pattern.IndexOf('M');

    private static string Full(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, "y+", "yyyy");

    [Property(MaxTest = 1000)]
    public Property A_day_that_a_culture_writes_is_that_day_or_is_refused() => Prop.ForAll(Days, pair =>
    {
        var (culture, day) = pair;
        foreach (var pattern in culture.DateTimeFormat.GetAllDateTimePatterns('d').Append("d").Append("G").Append("g").Append("D").Append(Full(culture.DateTimeFormat.ShortDatePattern)))
        {
            var text = day.ToString(pattern, culture);
            Assert.True(Read(() => TextValue.Date(text, culture)) is not { } read || read == day, $"{culture.Name}: '{text}' is {day:yyyy-MM-dd}.");
        }
    });

    [Property(MaxTest = 1000)]
    public Property A_day_of_one_culture_is_never_another_day_without_a_culture() => Prop.ForAll(Days, pair =>
    {
        var (culture, day) = pair;
        foreach (var pattern in culture.DateTimeFormat.GetAllDateTimePatterns('d').Append("G").Append("D"))
        {
            // A year of another calendar is written as it is: only what is year first, with dashes and four digits is taken at all.
            var text = day.ToString(pattern, culture);
            if (pattern.Length == 1 && IsYearDayMonth(culture.DateTimeFormat.ShortDatePattern))
            {
                continue;
            }

            Assert.True(
                culture.DateTimeFormat.Calendar is not GregorianCalendar || IsYearDayMonth(pattern) || Read(() => TextValue.Date(text)) is not { } read || read == day, $"{culture.Name}: '{text}' is {day:yyyy-MM-dd}.");
        }
    });

    [Property(MaxTest = 1000)]
    public Property The_invariant_form_of_a_day_is_that_day_on_every_machine() => Prop.ForAll(Days, pair =>
    {
        var (culture, day) = pair;
        Assert.Equal(day, TextValue.Date(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.True(Read(() => TextValue.Date(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), culture)) is not { } read || read == day, culture.Name);
        Assert.Equal(day, TextValue.Date(day.AddHours(23).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "-07:00"));
    });

    [Property(MaxTest = 1000)]
    public Property A_number_that_a_culture_writes_is_that_number_or_is_refused() => Prop.ForAll(Numbers, pair =>
    {
        var (culture, number) = pair;
        foreach (var format in (string[])["G", "N0", "N1", "N2", "N3", "F2", "0.###", "#,0.###"])
        {
            var text = number.ToString(format, culture);

            // What the format rounds away was never written.
            var written = decimal.Parse(text, NumberStyles.Number, culture);
            Assert.True(Read(() => TextValue.Number(text, culture)) is not { } read || (decimal)read == written, $"{culture.Name}: '{text}' is {written.ToString(CultureInfo.InvariantCulture)}.");
        }
    });

    [Property(MaxTest = 1000)]
    public Property A_number_of_one_culture_is_never_another_number_without_a_culture() => Prop.ForAll(Numbers, pair =>
    {
        var (culture, number) = pair;
        foreach (var format in (string[])["G", "N0", "N1", "N2", "N3", "#,0.###"])
        {
            var text = number.ToString(format, culture);
            var written = decimal.Parse(text, NumberStyles.Number, culture);
            Assert.True(Read(() => TextValue.Number(text)) is not { } read || (decimal)read == written, $"{culture.Name}: '{text}' is {written.ToString(CultureInfo.InvariantCulture)}.");
        }
    });

    [Property(MaxTest = 1000)]
    public Property No_text_gives_anything_but_a_value_or_a_refusal(string? text, int index)
    {
        var culture = Cultures[(int)((uint)index % (uint)Cultures.Length)];
        return (text is null || new Func<bool>[]
        {
            () => Read(() => TextValue.Date(text)) is null or { Year: > 0 },
            () => Read(() => TextValue.Date(text, culture)) is null or { Year: > 0 },
            () => Read(() => TextValue.Instant(text, culture)) is null or { Kind: DateTimeKind.Utc },
            () => Read(() => TextValue.Number(text, culture)) is null or not double.NaN,
            () => Read(() => TextValue.Flag(text, culture)) is not true || text.Trim().Length > 0,
        }.All(check => check())).ToProperty();
    }

    [Theory]
    [InlineData("de-DE", "01.03.2027", "2027-03-01")]
    [InlineData("de-DE", "1.3.2027", "2027-03-01")]
    [InlineData("de-DE", "01.03.2027 00:00:00", "2027-03-01")]
    [InlineData("de-DE", "07.04.2026 23:59", "2026-04-07")]
    [InlineData("de-CH", "01.03.2027", "2027-03-01")]
    [InlineData("fr-FR", "01/03/2027", "2027-03-01")]
    [InlineData("en-GB", "01/03/2027", "2027-03-01")]
    [InlineData("en-US", "3/1/2027", "2027-03-01")]
    [InlineData("en-US", "3/1/2027 12:00:00 AM", "2027-03-01")]
    [InlineData("en-US", "3/1/2027 11:30 PM", "2027-03-01")]
    [InlineData("nl-NL", "1-3-2027", "2027-03-01")]
    [InlineData("da-DK", "01-03-2027", "2027-03-01")]
    [InlineData("ja-JP", "2027/03/01", "2027-03-01")]
    [InlineData("hu-HU", "2027. 03. 01.", "2027-03-01")]
    [InlineData("cs-CZ", "1. 3. 2027", "2027-03-01")]
    [InlineData("sv-SE", "2027-03-01", "2027-03-01")]
    [InlineData("th-TH", "24/12/2569", "2026-12-24")]
    [InlineData("th-TH", "2026-12-24", "2026-12-24")]
    [InlineData("fa-IR", "1405/10/03", "2026-12-24")]
    public void A_culture_writes_days_its_own_way(string culture, string text, string day) =>
        Assert.Equal(day, TextValue.Date(text, CultureInfo.GetCultureInfo(culture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("de-DE", "01.03.27")]
    [InlineData("de-DE", "31.02.2027")]
    [InlineData("de-DE", "03/01/2027")]
    [InlineData("de-DE", "1.5")]
    [InlineData("de-DE", "01.03.2027 24:00")]
    [InlineData("de-DE", "01.03.2027 gestern")]
    [InlineData("en-US", "01.03.2027")]
    [InlineData("en-US", "24/12/2026")]
    [InlineData("en-US", "3/1/2027 13:00 PM")]
    [InlineData("fr-FR", "12/24/2026")]
    [InlineData("th-TH", "24/12/2026")]
    [InlineData("th-TH", "2569-12-24")]
    [InlineData("", "01.03.2027")]
    [InlineData("", "02/10/2026")]
    [InlineData("", "12/24/2026 12:00:00 AM +00:00")]
    [InlineData("", "Thu, 24 Dec 2026 00:00:00 GMT")]
    [InlineData("", "2026/12/24")]
    [InlineData("", "2026-12-24T")]
    [InlineData("", "2026-12-24 25:00")]
    [InlineData("", "2026-12-24 tomorrow")]
    [InlineData("", "2026-5")]
    [InlineData("", "24 Dec")]
    [InlineData("", "10:00")]
    [InlineData("", "12/31/49")]
    [InlineData("", "\u0662\u0660\u0662\u0666-12-24")]
    public void What_is_no_full_date_there_is_refused(string culture, string text) =>
        Assert.Contains("is not a date", Assert.Throws<FormatException>(() => TextValue.Date(text, culture.Length == 0 ? null : CultureInfo.GetCultureInfo(culture))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-12-24+13:00")]
    [InlineData("2026-12-24-07:00")]
    [InlineData("2026-12-24Z")]
    [InlineData("2026-12-24T23:59:59.9999999-11:00")]
    public void No_zone_moves_a_day(string text) => Assert.Equal(new DateTime(2026, 12, 24), TextValue.Date(text));

    [Theory]
    [InlineData("de-DE", "1.500", 1500)]
    [InlineData("de-DE", "50.000", 50000)]
    [InlineData("de-DE", "1.500,00", 1500)]
    [InlineData("de-DE", "0,5", 0.5)]
    [InlineData("de-DE", "-0,5", -0.5)]
    [InlineData("de-CH", "1'500.5", 1500.5)]
    [InlineData("fr-FR", "1 500,5", 1500.5)]
    [InlineData("fr-FR", "1\u00A0500,5", 1500.5)]
    [InlineData("fr-FR", "1\u202F500,5", 1500.5)]
    [InlineData("en-US", "1,500", 1500)]
    [InlineData("en-US", "1.500", 1.5)]
    [InlineData("hi-IN", "12,34,567", 1234567)]
    public void A_culture_writes_numbers_its_own_way(string culture, string text, double number) => Assert.Equal(number, TextValue.Number(text, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("de-DE", "0.5")]
    [InlineData("de-DE", "1.50")]
    [InlineData("de-DE", "1,500.00")]
    [InlineData("de-DE", "++5")]
    [InlineData("en-US", "0,5")]
    [InlineData("", "0,5")]
    [InlineData("", "50.000")]
    [InlineData("", "-1.500")]
    [InlineData("", "1,500")]
    [InlineData("", "1e3")]
    [InlineData("", "\u0661")]
    public void A_number_of_another_culture_is_refused(string culture, string text) =>
        Assert.Throws<FormatException>(() => TextValue.Number(text, culture.Length == 0 ? null : CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("de-DE", "WAHR", true)]
    [InlineData("de-AT", "falsch", false)]
    [InlineData("fr-FR", "VRAI", true)]
    [InlineData("fr-CA", "FAUX", false)]
    [InlineData("it-IT", "VERO", true)]
    [InlineData("es-MX", "VERDADERO", true)]
    [InlineData("pt-BR", "FALSO", false)]
    [InlineData("nl-NL", "ONWAAR", false)]
    [InlineData("tr-TR", "do\u011Fru", true)]
    [InlineData("tr-TR", "TRUE", true)]
    [InlineData("de-DE", "1", true)]
    public void A_culture_has_its_own_words_for_true_and_false(string culture, string text, bool value) => Assert.Equal(value, TextValue.Flag(text, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("", "WAHR")]
    [InlineData("", "yes")]
    [InlineData("", "$true")]
    [InlineData("fr-FR", "WAHR")]
    public void Other_words_are_neither(string culture, string text) =>
        Assert.Throws<FormatException>(() => TextValue.Flag(text, culture.Length == 0 ? null : CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in (string[])["de-DE", "en-US", "th-TH", "ar-SA", "fa-IR", "sv-SE", ""])
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Assert.Equal(new DateTime(2026, 12, 24), TextValue.Date("2026-12-24"));
                Assert.Equal(new DateTime(2026, 12, 24), TextValue.Date("24/12/2569", CultureInfo.GetCultureInfo("th-TH")));
                Assert.Equal(new DateTime(2026, 12, 24, 9, 30, 0), TextValue.Instant("2026-12-24T10:30:00+01:00"));
                Assert.Equal(1500.5, TextValue.Number("1.500,5", CultureInfo.GetCultureInfo("de-DE")));
                Assert.Throws<FormatException>(() => TextValue.Date("01.03.2027"));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("xx-YY")]
    [InlineData("German")]
    [InlineData("")]
    [InlineData(5)]
    public void A_culture_that_says_too_little_is_refused(object name) => Assert.Throws<FormatException>(() => CultureAttribute.Read(name));

    [Fact]
    public void A_culture_may_be_given_as_an_object_or_by_its_name_in_any_case()
    {
        Assert.Equal("de-DE", CultureAttribute.Read("DE-de")!.Name);
        Assert.Equal("th-TH", CultureAttribute.Read(CultureInfo.GetCultureInfo("th-TH"))!.Name);
        Assert.Throws<FormatException>(() => CultureAttribute.Read(CultureInfo.InvariantCulture));
    }
}
