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
    private const int LongestPage = 4096;
    private const int MostErrors = 5;

    private static readonly string[] Explanations = ["error_description", "error_message", "detail", "description", "reason"];

    /// <summary>
    /// All that a load balancer's own page says when it had nobody to pass the request to (those of AWS, nginx and HAProxy;
    /// Envoy's is plain text). Pages that say anything else may come from a gateway that lost whom it had passed it to.
    /// </summary>
    private static readonly Regex BalancerPage = new(
        @"^(503 Service (Temporarily )?Unavailable ?){1,2}(No server is available to handle this request\. ?)?((nginx|awselb)(/[\d.]+)?)?$", RegexOptions.IgnoreCase);

    public string? Code { get; private init; }

    public string? Title { get; private init; }

    public string? Message { get; private init; }

    public Uri? LogUrl { get; private init; }

    /// <summary>The members of the error as plain values: of <c>error</c>, or of the whole body where that is no object. Null for what is not JSON.</summary>
    public KomboMap? Members { get; private init; }

    /// <summary>True when the body is JSON of Kombo's making.</summary>
    public bool IsKombo { get; private init; }

    /// <summary>True when the body is a JSON object, whoever made it.</summary>
    public bool IsJson { get; private init; }

    /// <summary>True when the body is the page, from its beginning to its end, with which a load balancer refuses what it has passed on to nobody.</summary>
    public bool IsBalancerPage { get; private init; }

    /// <summary>True when the body begins like JSON but is none: it was cut, so what it would have said is not known.</summary>
    public bool IsBroken { get; private init; }

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

        var text = Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, LongestPage)).ToArray()).Trim().Trim('\uFEFF').Trim();
        return new ErrorBody
        {
            Message = Quote(text, mediaType),
            IsBalancerPage = body.Length <= LongestPage && IsRefusal(text, mediaType),
            IsBroken = body.Length > 0 && (IsLikeJson(text) || mediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true),
        };
    }

    private static ErrorBody FromMap(KomboMap map)
    {
        var error = Value(map, "error") as KomboMap ?? map;
        return new ErrorBody
        {
            Code = Text(Value(error, "code")),
            Title = Text(Value(error, "title")),
            Message = MessageOf(error) ?? (error == map ? null : MessageOf(map)),
            LogUrl = Uri.TryCreate(Text(Value(error, "log_url")), UriKind.Absolute, out var url) ? url : null,
            Members = error,
            IsJson = true,
            IsKombo = map.ContainsKey("error") || map.ContainsKey("status") || map.ContainsKey("message"),
        };
    }

    /// <summary>
    /// What an error says, in Kombo's way, or in those of whoever may answer in its place: OAuth (RFC 6749), problem details
    /// (RFC 9457), and frameworks that write a list of errors.
    /// </summary>
    private static string? MessageOf(KomboMap map)
    {
        if (Value(map, "message") is { } message)
        {
            return message as string ?? PlainJson.ToText(message);
        }

        var name = Text(Value(map, "error"));
        var explanation = Explanations
            .Select(member => Text(Value(map, member))).FirstOrDefault(text => text is not null);
        return (name, explanation) switch
        {
            (not null, not null) => $"{name}: {explanation}",
            (null, null) => EachMessageOf(Value(map, "errors")),
            _ => name ?? explanation,
        };
    }

    private static string? EachMessageOf(object? errors)
    {
        var list = errors as IEnumerable<object?> ?? (errors is null ? [] : [errors]);
        var texts = list.Select(error => error is KomboMap map ? MessageOf(map) ?? Text(Value(map, "title")) : Text(error)).OfType<string>().Take(MostErrors).ToList();
        return texts.Count == 0 ? null : string.Join("; ", texts);
    }

    private static object? Value(KomboMap map, string key) => map.TryGetValue(key, out var value) ? value : null;

    private static string? Text(object? value) => value is string text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The readable part of a page that is not JSON. JSON is never quoted: it may hold personal data.</summary>
    private static string? Quote(string text, string? mediaType)
    {
        if (text.Length > 0 && text[0] == '<')
        {
            var title = Regex.Match(text, "<title[^>]*>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline);
            return title.Success ? Shorten(title.Groups[1].Value) : null;
        }

        return mediaType == "text/plain" && text.Length > 0 && !IsLikeJson(text) ? Shorten(text) : null;
    }

    private static bool IsLikeJson(string text) => text.Length > 0 && text[0] is '{' or '[' or '"';

    private static bool IsRefusal(string text, string? mediaType) => mediaType switch
    {
        "text/plain" => text == "no healthy upstream",
        "text/html" => text.Length > 0 && text[0] == '<'
            && text.EndsWith("</html>", StringComparison.OrdinalIgnoreCase)
            && BalancerPage.IsMatch(Regex.Replace(Regex.Replace(text, "<[^>]*>", " "), @"\s+", " ").Trim()),
        _ => false,
    };

    private static string Shorten(string text)
    {
        var line = Regex.Replace(text, @"\s+", " ").Trim();
        return line.Length <= LongestQuote ? line : line.Substring(0, LongestQuote) + "...";
    }
}
