#pragma warning disable RS0030 // This is the one way out.
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using Kombo.Errors;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Http;

/// <summary>One attempt: sends a request, reads the whole answer in time, and makes every failure a <see cref="KomboException"/>.</summary>
internal sealed partial class Transport : IDisposable
{
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan LiveTimeout = TimeSpan.FromSeconds(300);

    /// <summary>What the log has instead of an error for what the caller ended.</summary>
    private const string Stopped = "Stopped";

    /// <summary>How much of an answer errors keep.</summary>
    private const int MostShownText = 32 * 1024;

    private readonly KomboClientOptions _options;
    private readonly PacingGovernor _governor;
    private readonly ConcurrencyGovernors _actions;
    private readonly HttpClient _http;
    private readonly Uri _server;
    private readonly Redaction _redaction;
    private readonly RequestLog? _log;
    private volatile KomboLimit? _rateLimit;
    private volatile KomboLimit? _concurrency;
    private long _serverTicks;
    private volatile bool _disposed;

    public Transport(KomboClientOptions options)
    {
        _options = options;
        _server = new Uri(options.Server.AbsoluteUri.TrimEnd('/') + "/");
        _log = options.LogPath is null ? null : RequestLog.Open(options.LogPath);
        var account = PacingGovernor.AccountOf(_server, options.ApiKey);
        var isShared = NetworkHandler.Reaches(options, out var handler); // What answers in place of the network is another world with the same address: its limits are its own.
        _governor = isShared ? PacingGovernor.For(account, options.Time) : new PacingGovernor(options.Time);
        _actions = isShared ? ConcurrencyGovernors.For(account, options.Time) : new ConcurrencyGovernors(options.Time);
        _redaction = new Redaction([options.ApiKey, .. ProxySecrets.Of(options.Proxy), .. OwnHeaders.Secrets(options)]);
        _http = new HttpClient(handler, disposeHandler: options.Handler is null) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Who spends the quota of the key.</summary>
    public PacingGovernor Governor => _governor;

    /// <summary>What the latest answer says of the quota of requests; null before the first.</summary>
    public KomboLimit? RateLimit => _rateLimit;

    /// <summary>What the latest answer that says something of it says of the changes at the same time; null before the first.</summary>
    public KomboLimit? Concurrency => _concurrency;

    /// <summary>The Date of the latest answer, in UTC; null when it had none, and before the first.</summary>
    public DateTime? ServerTime => Interlocked.Read(ref _serverTicks) is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    public void Dispose()
    {
        _disposed = true;
        _http.Dispose();
        _log?.Dispose();
    }

    /// <summary>Carries the request out once.</summary>
    /// <exception cref="KomboException">It failed.</exception>
    public Task<Answer<T>> AttemptAsync<T>(Attempt attempt, CancellationToken cancellationToken) =>
        ExchangeAsync(attempt, (response, body) => Read<T>(attempt, response, body), cancellationToken);

    /// <summary>Carries the request out once, and takes whatever comes for an answer.</summary>
    /// <exception cref="KomboException">There was none.</exception>
    public Task<KomboResponse> AttemptRawAsync(Attempt attempt, CancellationToken cancellationToken) =>
        ExchangeAsync(attempt, (response, body) => ResponseOf(attempt.Request, response, body.Span, int.MaxValue), cancellationToken);

    private async Task<TResult> ExchangeAsync<TResult>(Attempt attempt, Func<HttpResponseMessage, BodyBuffer, TResult> read, CancellationToken cancellationToken)
    {
        var (request, watch, notify) = (attempt.Request, attempt.Watch, attempt.Notify);
        CheckOpen(request);

        // What the API counts as an action: what does work in the connected tool.
        using var action = attempt.IntegrationId is not null && (!request.IsRead || request.IsLive)
            ? await _actions.Of(attempt.IntegrationId).TakeAsync(notify, cancellationToken).ConfigureAwait(false)
            : null;
        await _governor.TakeAsync(notify, cancellationToken).ConfigureAwait(false);
        var timeout = attempt.Timeout ?? _options.Timeout ?? request.Timeout ?? (request.IsRead && !request.IsLive ? ReadTimeout : LiveTimeout);
        var ended = watch?.Abandon ?? cancellationToken;
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ended);
        var observed = false;
        var exchange = new Exchange(request, attempt.IntegrationId, attempt.Number, _redaction, _options.LogBody);
        try
        {
            watch?.Leaving?.Invoke();
            inTime.CancelAfter(timeout);
            using var message = CreateMessage(request, attempt.IntegrationId);
            var sent = exchange.Send(message, _server);
            notify?.Invoke(sent);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, inTime.Token).ConfigureAwait(false);
            _governor.Observe(
                Headers.Number(response, "ratelimit-limit"), Headers.Number(response, "ratelimit-remaining"), Headers.Seconds(response, "ratelimit-reset"));
            observed = true;
            exchange.Arrive(response);
            NoteLimits(response);
            action?.Observe(Headers.Number(response, "Concurrency-Limit"), Headers.Number(response, "Concurrency-Remaining"));

#if !NET
            // .NET Framework's streams ignore the token: closing the response is what ends a read. Elsewhere the token does,
            // and closing a response that is being read would hand its connection to the next request half read.
            using var close = inTime.Token.Register(static closing => ((HttpResponseMessage)closing!).Dispose(), response);
#endif
            using var body = await BodyBuffer.ReadAsync(response.Content, _options.MostAnswerBytes, inTime.Token).ConfigureAwait(false)
                ?? throw Failed(request, KomboFailure.TooLarge, FormattableString.Invariant($"The answer (HTTP {(int)response.StatusCode}) has more than {_options.MostAnswerBytes:N0} bytes, and was not read to its end."), null, ResponseOf(request, response, default));
            foreach (var notice in exchange.Receive(body.Span, response.Content.Headers.ContentType?.CharSet))
            {
                notify?.Invoke(notice);
            }

            return read(response, body);
        }
        catch (KomboException failure)
        {
            exchange.ErrorId = failure.ErrorId;
            if (RetryRule.IsConcurrencyRefusal(failure))
            {
                action?.Refuse();
            }

            throw;
        }
        catch (Exception failure)
        {
            exchange.ErrorId = Stopped;
            ended.ThrowIfCancellationRequested();
            var known = inTime.IsCancellationRequested
                ? Failed(request, KomboFailure.Timeout, $"No complete answer within {timeout.TotalSeconds:0.###} seconds.", null)
                : FromNetwork(request, _server.Authority, failure);
            exchange.ErrorId = known.ErrorId;
            throw known;
        }
        finally
        {
            Log(exchange, notify);
            if (!observed)
            {
                _governor.Observe(null, null, null);
            }
        }
    }

    private void Log(Exchange exchange, Action<KomboNotice>? notify)
    {
        if (_log?.Write(exchange.ToLine(_options.Time.GetUtcNow())) is { } problem)
        {
            notify?.Invoke(new KomboNotice(KomboNoticeKind.Warning, $"The log is no longer written: {problem}"));
        }
    }

    private void NoteLimits(HttpResponseMessage response)
    {
        Interlocked.Exchange(ref _serverTicks, response.Headers.Date?.UtcTicks ?? 0);
        var now = _options.Time.GetUtcNow().UtcDateTime;
        if (Headers.Number(response, "ratelimit-limit") is { } limit)
        {
            _rateLimit = new KomboLimit(limit, Headers.Number(response, "ratelimit-remaining"), now + Headers.Seconds(response, "ratelimit-reset"), now);
        }

        if (Headers.Number(response, "concurrency-limit") is { } most)
        {
            _concurrency = new KomboLimit(most, Headers.Number(response, "concurrency-remaining"), null, now);
        }
    }

    private void CheckOpen(KomboRequest request)
    {
        if (_disposed)
        {
            throw Failed(request, KomboFailure.NotConnected, "The connection has been closed.", null);
        }
    }

    /// <summary>What an exception of the network says about a request.</summary>
    private KomboException FromNetwork(KomboRequest request, string host, Exception failure) => failure switch
    {
        _ when NothingWasSent(failure) =>
            Failed(request, KomboFailure.Unreachable, $"{host} cannot be reached: {Innermost(failure)}", failure),
        HttpRequestException or IOException or SocketException or InvalidDataException or ObjectDisposedException or OperationCanceledException =>
            Failed(request, KomboFailure.ConnectionLost, $"The connection to {host} broke: {Innermost(failure)}", failure),

        // Nothing else is known to happen; if it does, it is still a failure of this request and no crash of the caller.
        _ => Failed(request, KomboFailure.UnexpectedResponse, $"The answer could not be processed ({failure.GetType().Name}).", failure),
    };

    /// <summary>Makes everything that goes over the wire, before anything is taken from the quota: what cannot be sent certainly was not.</summary>
    /// <exception cref="KomboException">A value cannot be sent.</exception>
    public Task PrepareAsync(KomboRequest request, CancellationToken cancellationToken)
    {
        _ = AddressOf(request);
        return request.EncodeAsync(cancellationToken);
    }

    private Uri AddressOf(KomboRequest request)
    {
        var length = request.Path.Length;
        foreach (var pair in request.Query)
        {
            length += pair.Key.Length + pair.Value.Length + 2;
        }

        if (length <= KomboRequest.MostAddressLength)
        {
            var written = new StringBuilder(request.Path);
            foreach (var pair in request.Query)
            {
                written.Append(written.Length == request.Path.Length ? '?' : '&').Append(Uri.EscapeDataString(pair.Key)).Append('=').Append(Uri.EscapeDataString(pair.Value));
            }

            var path = written.ToString();
            length = path.Length;
            if (length <= KomboRequest.MostAddressLength)
            {
                return Uri.TryCreate(_server, path, out var address) && _server.IsBaseOf(address)
                    ? address
                    : throw KomboException.InvalidInput("Path", $"'{request.DisplayPath}' is not a path relative to the API's address.");
            }
        }

        throw KomboException.InvalidInput(request.Path.Length > length / 2 ? "Path" : "Query", string.Format(
            CultureInfo.InvariantCulture, "the address would have {0:N0} characters; the maximum is {1:N0}.", length, KomboRequest.MostAddressLength));
    }

    private HttpRequestMessage CreateMessage(KomboRequest request, string? integrationId)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), AddressOf(request));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.ApiKey);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        OwnHeaders.AddTo(message, _options);
        if (integrationId is not null)
        {
            message.Headers.TryAddWithoutValidation("X-Integration-Id", integrationId);
        }

        if (request.HasBody)
        {
            message.Content = new ByteArrayContent(request.EncodeBody());
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.IsLines ? "application/x-ndjson" : "application/json");
        }

        return message;
    }

    private Answer<T> Read<T>(Attempt attempt, HttpResponseMessage response, BodyBuffer buffer)
    {
        var request = attempt.Request;
        var status = (int)response.StatusCode;
        var charset = response.Content.Headers.ContentType?.CharSet;
        var isReadable = Charset.TryDecode(buffer.Span, charset, out var body);
        if (status is < 200 or >= 300)
        {
            throw status is >= 300 and < 400
                ? Failed(request, KomboFailure.UnexpectedResponse, $"The server sent a redirect (HTTP {status}). Redirects are not followed, because the API key would be sent to the new address. Check the server's address.", null, ResponseOf(request, response, buffer.Span))
                : FromErrorBody(request, response, body, buffer.Span);
        }

        if (!isReadable)
        {
            throw Failed(
                request,
                KomboFailure.UnexpectedResponse,
                $"The answer (HTTP {status}) declares the charset {Charset.Shown(charset)}, but cannot be decoded with it.",
                null,
                ResponseOf(request, response, buffer.Span));
        }

        if (body.Length == 0 && MayBeEmpty<T>(request, response))
        {
            return new Answer<T>();
        }

        if (!Charset.IsUtf8(body))
        {
            attempt.Notify?.Invoke(new KomboNotice(
                KomboNoticeKind.Warning, $"The answer to {request.Method} {request.DisplayPath} contains bytes that are not valid UTF-8. They were replaced with U+FFFD."));
        }

        try
        {
            var answer = request.ListMember is { } member ? Envelope.ReadList<T>(body, member) : Envelope.ReadObject<T>(body);
            if (answer.IsError)
            {
                throw FromErrorBody(request, response, body, buffer.Span);
            }

            for (var index = 0; index < answer.Warnings.Count; index++)
            {
                answer.Warnings[index] = _redaction.Apply(answer.Warnings[index], request.Secrets);
            }

            return answer;
        }
        catch (Exception caught) when (caught is JsonException or InvalidOperationException)
        {
            var whole = ResponseOf(request, response, buffer.Span);
            if (body.Length == 0 || Envelope.IsTruncated(body))
            {
                throw Failed(request, KomboFailure.Truncated, body.Length == 0
                    ? $"The answer (HTTP {status}) is empty; {(request.ListMember is null ? "an object" : "a list")} is missing."
                    : $"The answer (HTTP {status}) is incomplete: it ended after {buffer.Span.Length} bytes.", null, whole);
            }

            var error = ErrorBody.Read(body, response.Content.Headers.ContentType?.MediaType);
            if (error.IsKombo && (error.Code ?? error.Message) is not null)
            {
                throw FromErrorBody(request, response, body, buffer.Span);
            }

            // The parser's own message could quote the answer: only the place is told. Messages without a place are ours.
            var failure = caught as JsonException ?? new JsonException("It contains text that is not valid Unicode.");
            var where = failure.Path is { Length: > 1 } path ? $" at {path}" : "";
            var what = failure.Path is null && failure.LineNumber is null ? " " + failure.Message : "";
            throw Failed(
                request,
                KomboFailure.UnexpectedResponse,
                $"The answer (HTTP {status}, {response.Content.Headers.ContentType?.MediaType ?? "no content type"}, {buffer.Span.Length} bytes) is not what the API documents{where}.{what}",
                null,
                whole);
        }
    }

    /// <summary>
    /// Whether an answer without a body is a success: where nothing is documented that it should hold. A list, or an object
    /// of a model, is missing. The status or the length must say that there is nothing to come: what just ends may have been cut.
    /// </summary>
    private static bool MayBeEmpty<T>(KomboRequest request, HttpResponseMessage response) =>
        typeof(T) == typeof(object) && request.ListMember is null
        && (response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent || response.Content.Headers.ContentLength == 0);

    /// <summary>The answer as it may be shown.</summary>
    private KomboResponse ResponseOf(KomboRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, int mostCharacters = MostShownText)
    {
        var headers = _redaction.Apply(Headers.Texts(response.Headers, response.Content.Headers), request.Secrets);
        var text = _redaction.Apply(Charset.ToText(body, response.Content.Headers.ContentType?.CharSet), request.Secrets);
        return new KomboResponse((int)response.StatusCode, response.ReasonPhrase, headers, Shortened(text, mostCharacters));
    }

    private static string Shortened(string text, int most) => text.Length <= most ? text : string.Format(
        CultureInfo.InvariantCulture, "{0}... ({1:N0} characters)", text.Substring(0, most), text.Length);

    private KomboException FromErrorBody(KomboRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, ReadOnlySpan<byte> raw)
    {
        var status = (int)response.StatusCode;
        var error = ErrorBody.Read(body, response.Content.Headers.ContentType?.MediaType);
        var exception = new KomboException(error.IsKombo ? KomboFailure.Api : KomboFailure.Http, Redact(error.Message ?? error.Title ?? $"The server answered with HTTP {status} ({response.ReasonPhrase}).", request))
        {
            Code = Redact(error.Code, request),
            Title = Redact(error.Title, request),
            LogUrl = error.LogUrl is null ? null : new Uri(Redact(error.LogUrl.AbsoluteUri, request)),
            Error = (KomboMap?)_redaction.Apply(error.Members, request.Secrets),
            StatusCode = status,
            Method = request.Method,
            Path = request.DisplayPath,
            Response = ResponseOf(request, response, raw),
            IsBalancerPage = status == 503 && error.IsBalancerPage && Headers.HasFrame(response),
            IsUnclear = error.IsBroken || (!error.IsJson && !Headers.HasFrame(response)),
            RetryAfter = Headers.RetryAfter(response, _options.Time.GetUtcNow()),
        };
        if (RetryRule.IsQuotaRefusal(exception) && (Headers.Seconds(response, "ratelimit-reset") ?? exception.RetryAfter) is { } renewal)
        {
            // Only this limit has to do with ratelimit-reset, which is on every answer.
            exception.RetryAfter = renewal;
            if (renewal <= RetryRule.LongestWait)
            {
                _governor.Block(renewal + PacingGovernor.Margin);
            }
        }

        return Marked(exception, request);
    }

    private KomboException Failed(KomboRequest request, KomboFailure failure, string message, Exception? cause, KomboResponse? response = null, int? status = null) =>
        Marked(
            new KomboException(failure, Redact(message, request), Harmless(cause, request))
            {
                StatusCode = response?.StatusCode ?? status,
                Method = request.Method,
                Path = request.DisplayPath,
                Response = response,
            },
            request);

    private static KomboException Marked(KomboException exception, KomboRequest request)
    {
        exception.MayHaveExecuted = !request.IsRead && RetryRule.MayHaveExecuted(exception);
        return exception;
    }

    /// <summary>The cause, unless it quotes the key, as for a header line that the server has sent back broken.</summary>
    private Exception? Harmless(Exception? cause, KomboRequest request) => cause?.ToString() is { } text && text != Redact(text, request) ? null : cause;

    /// <summary>A server or proxy may echo what it was sent.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    private string? Redact(string? text, KomboRequest request) => _redaction.Apply(text, request.Secrets);

    private static bool NothingWasSent(Exception failure)
    {
#if NET
        // Only the handler knows: the same socket errors break connections that were up, too.
        var isConnecting = failure is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
#else
        var isConnecting = false;
        for (var cause = failure; cause is not null && !isConnecting; cause = cause.InnerException)
        {
            isConnecting = cause is AuthenticationException
                or WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure };
        }
#endif

        // The handler's own limit for connecting shows up as a cancellation that nobody asked for.
        // What .NET does not support, such as a proxy of a kind it does not know, it refuses before it connects.
        return isConnecting || failure is NotSupportedException or OperationCanceledException { InnerException: TimeoutException };
    }

    private static string Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure.Message;
    }
}
