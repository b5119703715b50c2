using System.Globalization;
using System.Reflection;
using Kombo.Models;

namespace Kombo.Json;

/// <summary>The ways a moment and a day are written.</summary>
public static class KomboTime
{
    /// <summary>A moment in UTC with milliseconds: <c>2026-01-31T08:00:00.000Z</c>.</summary>
    /// <param name="time">A time without a kind counts as local time, as everywhere in PowerShell.</param>
    /// <returns>The text.</returns>
    public static string FormatInstant(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// The calendar day of the value as it stands, whatever its kind, at midnight UTC: <c>2026-01-31T00:00:00.000Z</c>. The
    /// API drops the time; its schema wants one all the same.
    /// </summary>
    /// <param name="time">The value; its time of day is dropped.</param>
    /// <returns>The text.</returns>
    public static string FormatDate(DateTime time) => time.ToString("yyyy-MM-dd'T00:00:00.000Z'", CultureInfo.InvariantCulture);

    /// <summary>For values in free-form data: a day for a value without kind at midnight, a moment for all others.</summary>
    /// <param name="time">The value.</param>
    /// <returns>The text.</returns>
    public static string Format(DateTime time) =>
        time is { Kind: DateTimeKind.Unspecified, TimeOfDay.Ticks: 0 } ? FormatDate(time) : FormatInstant(time);

    /// <summary>The calendar day for people, and for the fields of forms: <c>2026-01-31</c>.</summary>
    /// <param name="time">The value; its time of day is dropped.</param>
    /// <returns>The text.</returns>
    public static string FormatBareDate(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>True for a property of a model that holds a day without a time.</summary>
    /// <param name="property">The property.</param>
    /// <returns>False for moments and for everything else.</returns>
    public static bool IsDay(PropertyInfo property) =>
        property.GetCustomAttribute<CalendarDayAttribute>() is not null;
}
