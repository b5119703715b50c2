using System.Globalization;

namespace Kombo.Sandbox;

/// <summary>Dates around the fixed day on which every sandbox begins.</summary>
internal static class Calendar
{
    /// <summary>The reference date: when every sandbox begins.</summary>
    public static readonly DateTime Start = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>A moment so many days from the reference date.</summary>
    public static string At(int days, int seconds = 0) => Write(Start.AddDays(days).AddSeconds(seconds));

    /// <summary>The day, as text.</summary>
    public static string Day(int days) => Date(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day, as the moment of its beginning in UTC.</summary>
    public static string Midnight(int days) => Day(days) + "T00:00:00.000Z";

    /// <summary>The day, as a date.</summary>
    public static DateTime Date(int days) => Start.Date.AddDays(days);

    /// <summary>When a record was last changed: mostly months ago, sometimes this week.</summary>
    public static string Changed(SeededRandom random) => At(random.InThousand(60) ? -random.Below(7) : -random.Between(7, 700), -random.Below(86_400));

    /// <summary>A date or moment from a request as a moment.</summary>
    public static string Moment(string text) => Write(Parse(text));

    /// <summary>A date or moment from a request.</summary>
    public static DateTime Parse(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A moment as rows have it.</summary>
    public static string Write(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
