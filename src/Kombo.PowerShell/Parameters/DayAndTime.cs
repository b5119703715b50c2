using System.Globalization;

namespace Kombo.PowerShell;

/// <summary>
/// Reads System.DateOnly and System.TimeOnly. Windows PowerShell has neither, and this assembly is made for both editions: so
/// they are known by their names.
/// </summary>
internal static class DayAndTime
{
    /// <summary>A DateOnly as yyyy-MM-dd; null when the value is something else.</summary>
    public static string? Day(object? value) => Text(value, "System.DateOnly", "yyyy-MM-dd");

    /// <summary>A TimeOnly as HH:mm:ss; null when the value is something else.</summary>
    public static string? Time(object? value) => Text(value, "System.TimeOnly", "HH:mm:ss");

    /// <summary>A DateOnly as its midnight; null when the value is something else.</summary>
    public static DateTime? Midnight(object? value) =>
        Day(value) is { } day ? DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Text(object? value, string type, string format) =>
        value is IFormattable text && value.GetType().FullName == type ? text.ToString(format, CultureInfo.InvariantCulture) : null;
}
