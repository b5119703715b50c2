using System.Globalization;
using System.Net.Http.Headers;

namespace Kombo.Http;

/// <summary>Reads the headers that matter, tolerantly: an unreadable one is as good as none.</summary>
internal static class Headers
{
    /// <summary>No server means more than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>All by name, in any case; several values of one are joined with commas.</summary>
    /// <param name="headers">Those of a message.</param>
    /// <param name="ofContent">Those of its content; null for none.</param>
    public static Dictionary<string, string> Texts(HttpHeaders headers, HttpHeaders? ofContent)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        AddTo(texts, headers);
        if (ofContent is not null)
        {
            AddTo(texts, ofContent);
        }

        return texts;
    }

    public static int? Number(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static TimeSpan? Seconds(HttpResponseMessage response, string name) =>
        Decimal(response, name) is { } seconds and >= 0 && seconds < LongestWait.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How long the server asks to wait, in any of the usual forms.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        if (Decimal(response, "retry-after-ms") is { } milliseconds and >= 0 && milliseconds < LongestWait.TotalMilliseconds)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        // A date is one of the server's clock, which may be another than this machine's.
        var wait = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - (response.Headers.Date ?? now);
        if (wait is null || wait >= LongestWait)
        {
            return null;
        }

        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>True when HTTP itself says where the answer ends, so that one that was cut is noticed.</summary>
    public static bool HasFrame(HttpResponseMessage response) =>
        response.Content.Headers.ContentLength is not null || response.Headers.TransferEncodingChunked == true || response.Version.Major >= 2;

    private static void AddTo(Dictionary<string, string> texts, HttpHeaders headers)
    {
        foreach (var header in headers)
        {
            texts[header.Key] = string.Join(", ", header.Value);
        }
    }

    private static double? Decimal(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
