using System.Globalization;

namespace Kombo.Http;

/// <summary>Reads the headers that matter, tolerantly: an unreadable one is as good as none.</summary>
internal static class Headers
{
    /// <summary>No server means more than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static int? Number(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static TimeSpan? Seconds(HttpResponseMessage response, string name) =>
        Decimal(response, name) is { } seconds and >= 0 && seconds < LongestWait.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How long the server asks to wait, in any of the usual forms.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (Decimal(response, "retry-after-ms") is { } milliseconds and >= 0 && milliseconds < LongestWait.TotalMilliseconds)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var wait = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - DateTimeOffset.UtcNow;
        if (wait is null || wait >= LongestWait)
        {
            return null;
        }

        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static double? Decimal(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
