using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Errors;

/// <summary>What an error answer says, read from whatever arrived: Kombo's envelope, older forms of it, HTML, text, nothing.</summary>
internal sealed class ErrorBody
{
    private const int LongestQuote = 200;

    public string? Code { get; private init; }

    public string? Title { get; private init; }

    public string? Message { get; private init; }

    public Uri? LogUrl { get; private init; }

    /// <summary>True when the body is JSON of Kombo's making.</summary>
    public bool IsKombo { get; private init; }

    public static ErrorBody Read(ReadOnlySpan<byte> body, string? mediaType)
    {
        try
        {
            if (PlainJson.Parse(body) is KomboMap map)
            {
                return FromMap(map);
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Not JSON: a load balancer's or a proxy's page, which is handled below.
        }

        return new ErrorBody { Message = Quote(body, mediaType) };
    }

    private static ErrorBody FromMap(KomboMap map)
    {
        var error = Value(map, "error") as KomboMap ?? map;
        var message = Value(error, "message") ?? Value(map, "message");
        return new ErrorBody
        {
            Code = Text(Value(error, "code")),
            Title = Text(Value(error, "title")),
            Message = message as string ?? (message is null ? null : PlainJson.ToText(message)),
            LogUrl = Uri.TryCreate(Text(Value(error, "log_url")), UriKind.Absolute, out var url) ? url : null,
            IsKombo = map.ContainsKey("error") || map.ContainsKey("status") || map.ContainsKey("message"),
        };
    }

    private static object? Value(KomboMap map, string key) => map.TryGetValue(key, out var value) ? value : null;

    private static string? Text(object? value) => value is string text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The readable part of a page that is not JSON. JSON is never quoted: it may hold personal data.</summary>
    private static string? Quote(ReadOnlySpan<byte> body, string? mediaType)
    {
        var text = Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, 4096)).ToArray()).Trim().Trim('\uFEFF');
        if (text.Length > 0 && text[0] == '<')
        {
            var title = Regex.Match(text, "<title[^>]*>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline);
            return title.Success ? Shorten(title.Groups[1].Value) : null;
        }

        return mediaType == "text/plain" && text.Length > 0 && text[0] is not ('{' or '[' or '"') ? Shorten(text) : null;
    }

    private static string Shorten(string text)
    {
        var line = Regex.Replace(text, @"\s+", " ").Trim();
        return line.Length <= LongestQuote ? line : line.Substring(0, LongestQuote) + "...";
    }
}
