using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Http;

/// <summary>One attempt and what came of it, as the traces and the log tell it: without secrets, and without bodies unless they are asked for.</summary>
internal sealed class Exchange
{
    /// <summary>How much of a body is shown.</summary>
    private const int MostBody = 32 * 1024;

    private readonly KomboRequest _request;
    private readonly string? _integrationId;
    private readonly int _number;
    private readonly Redaction _redaction;
    private readonly bool _hasBodies;
    private readonly Stopwatch _clock = new();
    private string? _requestBody;
    private KomboResponse? _response;
    private long? _length;

    public Exchange(KomboRequest request, string? integrationId, int number, Redaction redaction, bool hasBodies)
    {
        _request = request;
        _integrationId = integrationId;
        _number = number;
        _redaction = redaction;
        _hasBodies = hasBodies;
    }

    /// <summary>The id of the error that the attempt ended with; null for none.</summary>
    public string? ErrorId { get; set; }

    /// <summary>Notes that the request goes out now.</summary>
    /// <returns>The request for the debug stream.</returns>
    public KomboNotice Send(HttpRequestMessage message, Uri? server)
    {
        if (_hasBodies && _request.HasBody)
        {
            _requestBody = Shortened(PlainJson.ToText(_redaction.Apply(_request.Body ?? new KomboMap(), _request.Secrets)));
        }

        var text = new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, "> {0} {1}{2} (attempt {3})", _request.Method, server, _request.ShownAddress, _number);
        var headers = message.Content is null ? message.Headers : message.Headers.Concat(message.Content.Headers);
        AppendHeaders(text, ">", _redaction.Apply(headers, _request.Secrets));
        AppendBody(text, ">", _requestBody);
        _clock.Start();
        return new KomboNotice(KomboNoticeKind.Debug, text.ToString());
    }

    /// <summary>Notes the answer's status and headers.</summary>
    public void Arrive(HttpResponseMessage response) => _response = new KomboResponse(
        (int)response.StatusCode, response.ReasonPhrase, _redaction.Apply(response.Headers.Concat(response.Content.Headers), _request.Secrets), "");

    /// <summary>Notes the answer's body.</summary>
    /// <returns>The answer for the debug stream, and in one line.</returns>
    public KomboNotice[] Receive(ReadOnlySpan<byte> body, string? charset)
    {
        _clock.Stop();
        var answer = _response!;
        if (_hasBodies)
        {
            var text = Charset.ToText(body.Slice(0, Math.Min(body.Length, MostBody * 4)), charset);
            _response = answer = new KomboResponse(answer.StatusCode, answer.Reason, answer.Headers, Shortened(_redaction.Apply(text, _request.Secrets)));
        }

        var debug = new StringBuilder().AppendFormat(
            CultureInfo.InvariantCulture, "< {0} {1} in {2} ms, {3:N0} bytes: {4} {5}", answer.StatusCode, answer.Reason, _clock.ElapsedMilliseconds, body.Length, _request.Method, _request.DisplayPath);
        AppendHeaders(debug, "<", answer.Headers);
        AppendBody(debug, "<", answer.Body.Length == 0 ? null : answer.Body);
        return [new KomboNotice(KomboNoticeKind.Debug, debug.ToString()), End(body.Length)];
    }

    /// <summary>Notes that a request without headers worth telling goes out now.</summary>
    public void Begin() => _clock.Start();

    /// <summary>Notes the answer's status alone.</summary>
    public void Arrive(int status) => _response = new KomboResponse(status, null, new Dictionary<string, string>(), "");

    /// <summary>Notes the end of the answer.</summary>
    /// <returns>The attempt in one line.</returns>
    public KomboNotice End(long length)
    {
        _clock.Stop();
        _length = length;
        return new KomboNotice(KomboNoticeKind.Trace, string.Format(
            CultureInfo.InvariantCulture,
            "{0}: {1} in {2} ms, {3:N0} bytes{4}",
            _request,
            _response!.StatusCode,
            _clock.ElapsedMilliseconds,
            length,
            Number("ratelimit-remaining") is { } left ? $", {left} requests left" : ""));
    }

    /// <summary>The attempt as one line of JSON.</summary>
    public string ToLine(DateTimeOffset now)
    {
        _clock.Stop();
        var line = new KomboMap
        {
            ["time"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["method"] = _request.Method,
            ["path"] = _request.DisplayPath,
            ["query"] = new KomboMap(_request.Query.Select(pair => new KeyValuePair<string, object?>(pair.Key, _redaction.Apply(_request.ShownValue(pair), _request.Secrets)))),
            ["integration_id"] = _integrationId,
            ["attempt"] = (long)_number,
            ["status"] = (long?)_response?.StatusCode,
            ["ms"] = _clock.ElapsedMilliseconds,
            ["bytes"] = _length,
            ["ratelimit_limit"] = Number("ratelimit-limit"),
            ["ratelimit_remaining"] = Number("ratelimit-remaining"),
            ["ratelimit_reset"] = Number("ratelimit-reset"),
            ["concurrency_limit"] = Number("concurrency-limit"),
            ["concurrency_remaining"] = Number("concurrency-remaining"),
            ["request_id"] = _response?.RequestId,
            ["error"] = ErrorId,
        };
        if (_hasBodies)
        {
            line["request_body"] = _requestBody;
            line["response_body"] = _response?.Body;
        }

        return PlainJson.ToText(line);
    }

    private long? Number(string header) =>
        _response is not null && _response.Headers.TryGetValue(header, out var text) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void AppendHeaders(StringBuilder text, string mark, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var header in headers)
        {
            text.Append('\n').Append(mark).Append(' ').Append(header.Key).Append(": ").Append(header.Value);
        }
    }

    private static void AppendBody(StringBuilder text, string mark, string? body)
    {
        if (body is not null)
        {
            text.Append('\n').Append(mark).Append(' ').Append(body);
        }
    }

    private static string Shortened(string text) => text.Length <= MostBody ? text : string.Format(
        CultureInfo.InvariantCulture, "{0}... ({1:N0} characters)", text.Substring(0, MostBody), text.Length);
}
