using System.Globalization;

namespace Kombo.Http;

/// <summary>Reads the headers that matter, tolerantly: an unreadable one is as good as none.</summary>
internal static class Headers
{
    public static int? Number(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static TimeSpan? Seconds(HttpResponseMessage response, string name) =>
        Decimal(response, name) is { } seconds and >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How long the server asks to wait, in any of the usual forms.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (Decimal(response, "retry-after-ms") is { } milliseconds and >= 0 and < 86_400_000)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (response.Headers.RetryAfter?.Delta is { } delta)
        {
            return delta;
        }

        if (response.Headers.RetryAfter?.Date is { } date)
        {
            var wait = date - DateTimeOffset.UtcNow;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        return null;
    }

    private static double? Decimal(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
