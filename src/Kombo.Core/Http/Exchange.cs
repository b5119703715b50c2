using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Http;

/// <summary>
/// One attempt and what came of it, as the traces and the log tell it: without secrets, and without bodies unless they are
/// asked for. The texts are made when somebody reads them: mostly nobody does, and the first one costs a start noticeably.
/// </summary>
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
    private string? _responseBody;
    private int? _status;
    private string? _reason;
    private Dictionary<string, string> _headers = [];
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

        // As they are now: what stands before the network may change them while somebody reads the notice.
        var headers = Headers.Texts(message.Headers, message.Content?.Headers);
        _clock.Start();
        return new KomboNotice(KomboNoticeKind.Debug, () =>
        {
            var text = new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, "> {0} {1}{2} (attempt {3})", _request.Method, server, _request.ShownAddress, _number);
            AppendHeaders(text, ">", headers);
            AppendBody(text, ">", _requestBody);
            return text.ToString();
        });
    }

    /// <summary>Notes the answer's status and headers.</summary>
    public void Arrive(HttpResponseMessage response)
    {
        _status = (int)response.StatusCode;
        _reason = response.ReasonPhrase;
        _headers = Headers.Texts(response.Headers, response.Content.Headers);
    }

    /// <summary>Notes the answer's body.</summary>
    /// <returns>The answer for the debug stream, and in one line.</returns>
    public KomboNotice[] Receive(ReadOnlySpan<byte> body, string? charset)
    {
        _clock.Stop();
        var length = body.Length;
        if (_hasBodies)
        {
            _responseBody = Shortened(_redaction.Apply(Charset.ToText(body.Slice(0, Math.Min(length, MostBody * 4)), charset), _request.Secrets));
        }

        var debug = new KomboNotice(KomboNoticeKind.Debug, () =>
        {
            var text = new StringBuilder().AppendFormat(
                CultureInfo.InvariantCulture, "< {0} {1} in {2} ms, {3:N0} bytes: {4} {5}", _status, _reason, _clock.ElapsedMilliseconds, length, _request.Method, _request.DisplayPath);
            AppendHeaders(text, "<", _headers);
            AppendBody(text, "<", string.IsNullOrEmpty(_responseBody) ? null : _responseBody);
            return text.ToString();
        });
        return [debug, End(length)];
    }

    /// <summary>Notes that a request without headers worth telling goes out now.</summary>
    public void Begin() => _clock.Start();

    /// <summary>Notes the answer's status alone.</summary>
    public void Arrive(int status) => _status = status;

    /// <summary>Notes the end of the answer.</summary>
    /// <returns>The attempt in one line.</returns>
    public KomboNotice End(long length)
    {
        _clock.Stop();
        _length = length;
        return new KomboNotice(KomboNoticeKind.Trace, () => string.Format(
            CultureInfo.InvariantCulture,
            "{0}: {1} in {2} ms, {3:N0} bytes{4}",
            _request,
            _status,
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
            ["status"] = (long?)_status,
            ["ms"] = _clock.ElapsedMilliseconds,
            ["bytes"] = _length,
            ["ratelimit_limit"] = Number("ratelimit-limit"),
            ["ratelimit_remaining"] = Number("ratelimit-remaining"),
            ["ratelimit_reset"] = Number("ratelimit-reset"),
            ["concurrency_limit"] = Number("concurrency-limit"),
            ["concurrency_remaining"] = Number("concurrency-remaining"),
            ["request_id"] = KomboResponse.IdOf(_redaction.Apply(_headers, _request.Secrets)),
            ["error"] = ErrorId,
        };
        if (_hasBodies)
        {
            line["request_body"] = _requestBody;
            line["response_body"] = _status is null ? null : _responseBody ?? "";
        }

        return PlainJson.ToText(line);
    }

    private long? Number(string header) =>
        _headers.TryGetValue(header, out var text) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void AppendHeaders(StringBuilder text, string mark, Dictionary<string, string> headers)
    {
        foreach (var header in _redaction.Apply(headers, _request.Secrets))
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
