using System.Security.Cryptography;
using System.Text;
using Kombo.Http;
using Kombo.Json;

namespace Kombo;

/// <summary>
/// The one door to Kombo: every request leaves through here, paced, retried where that is safe, and every failure comes
/// back as a <see cref="KomboException"/>. Safe for use by several threads at once.
/// </summary>
public sealed class KomboClient : IDisposable
{
    private const double PauseGrowth = 1.6;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly KomboClientOptions _options;
    private readonly Transport _transport;
    private readonly Retrier _retry;
    private readonly KomboRetry _settings;
    private readonly TimeSpan? _timeout;

    /// <summary>A client.</summary>
    /// <param name="options">How to reach Kombo.</param>
    /// <exception cref="KomboException">An option is unusable; the exception names it.</exception>
    public KomboClient(KomboClientOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        Check(options);
        _transport = new Transport(options);
        _retry = Pipeline(options.Retry);
        _settings = options.Retry;
    }

    private KomboClient(KomboClient other, KomboRetry retry, TimeSpan? timeout)
    {
        _options = other._options;
        _transport = other._transport;
        _settings = retry;
        _retry = ReferenceEquals(retry, other._settings) ? other._retry : Pipeline(retry);
        _timeout = timeout;
    }

    /// <summary>The API's address.</summary>
    public Uri Server => _options.Server;

    /// <summary>The integration that requests work on unless they name one; null for none.</summary>
    public string? IntegrationId => _options.IntegrationId;

    /// <summary>
    /// This client with other retries or another time limit. Everything else is shared: the connections, the key, what is
    /// known of the quota, and the end of it all with <see cref="Dispose"/>.
    /// </summary>
    /// <param name="retry">How requests are tried again; null for the same as here.</param>
    /// <param name="maxRetry">How often requests are tried again, whatever else says so; null for no change.</param>
    /// <param name="timeout">How long one attempt may take, answer included; null for the same as here.</param>
    /// <returns>The client.</returns>
    /// <exception cref="KomboException">A value is out of range; the exception names it.</exception>
    public KomboClient With(KomboRetry? retry = null, int? maxRetry = null, TimeSpan? timeout = null)
    {
        var settings = retry ?? _settings;
        settings = maxRetry is { } most ? settings.WithMaxRetry(most) : settings;
        settings.Check();
        CheckTimeout(timeout);
        return new KomboClient(this, settings, timeout ?? _timeout);
    }

    /// <summary>What the latest answer says of the quota of requests; null before the first.</summary>
    public KomboLimit? RateLimit => _transport.RateLimit;

    /// <summary>What the latest answer to a change says of changes at the same time, which Kombo counts for each integration; null before the first.</summary>
    public KomboLimit? Concurrency => _transport.Concurrency;

    /// <summary>
    /// The server's clock when it sent the latest answer, in UTC and to the second, from the header Date; null before the first
    /// answer, and when the latest had none. Requests that begin from now on begin later: what a sync takes for its watermark.
    /// </summary>
    public DateTime? ServerTime => _transport.ServerTime;

    /// <summary>A text that is the same for the same server and key, by which a later process can tell that it has the same connection.</summary>
    /// <param name="salt">Random bytes, so that the same key gives another text elsewhere.</param>
    /// <returns>The text. The key cannot be told from it.</returns>
    public string FingerprintOf(byte[] salt)
    {
        using var hash = new HMACSHA256(salt ?? throw new ArgumentNullException(nameof(salt)));
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes($"{_options.Server.AbsoluteUri.TrimEnd('/')}\n{_options.ApiKey}")), 0, 16);
    }

    /// <summary>Carries out an operation that answers with a single object.</summary>
    /// <typeparam name="T">The model to read the answer's data into; <see cref="object"/> for plain values.</typeparam>
    /// <param name="request">The operation.</param>
    /// <param name="notify">Told what happens meanwhile, on any thread: traces, waits, and the answer's warnings. Null to ignore all of that.</param>
    /// <param name="cancellationToken">Ends waits and reads at once.</param>
    /// <returns>The answer's data; null where the API answers null.</returns>
    /// <exception cref="KomboException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<T?> SendAsync<T>(KomboRequest request, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default)
    {
        var answer = await AnswerAsync<T>(request ?? throw new ArgumentNullException(nameof(request)), notify, cancellationToken).ConfigureAwait(false);
        return answer.Data;
    }

    /// <summary>Carries out an operation and gives back the answer as it came, with any status and any content.</summary>
    /// <param name="request">The operation.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends waits and reads at once.</param>
    /// <returns>The answer. Nothing that it says is a failure, and none is tried again for what it says.</returns>
    /// <exception cref="KomboException">There was no answer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<KomboResponse> SendRawAsync(KomboRequest request, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default) =>
        AttemptAsync(request ?? throw new ArgumentNullException(nameof(request)), _transport.AttemptRawAsync, null, notify, cancellationToken);

    /// <summary>As the other one, for a change, and tells when it is sent.</summary>
    /// <param name="request">The operation.</param>
    /// <param name="watch">What is told while it is under way.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends it while it waits to be sent; what has been sent is ended by <see cref="ChangeWatch.Abandon"/>.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="KomboException">There was no answer.</exception>
    /// <exception cref="OperationCanceledException">One of the tokens was cancelled.</exception>
    public Task<KomboResponse> ChangeRawAsync(KomboRequest request, ChangeWatch watch, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default) =>
        AttemptAsync(
            request ?? throw new ArgumentNullException(nameof(request)), _transport.AttemptRawAsync, watch ?? throw new ArgumentNullException(nameof(watch)), notify, cancellationToken);

    /// <summary>Carries out a change, and tells when it is sent.</summary>
    /// <typeparam name="T">The model to read the answer's data, or each of its rows, into; <see cref="object"/> for plain values.</typeparam>
    /// <param name="request">The operation.</param>
    /// <param name="watch">What is told while it is under way.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends it while it waits to be sent; what has been sent is ended by <see cref="ChangeWatch.Abandon"/>.</param>
    /// <returns>The answer's rows where the request names the member with rows; else its data, as the only one, and nothing where that is null.</returns>
    /// <exception cref="KomboException">It failed.</exception>
    /// <exception cref="OperationCanceledException">One of the tokens was cancelled.</exception>
    public async Task<IReadOnlyList<T>> ChangeAsync<T>(
        KomboRequest request, ChangeWatch watch, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default)
    {
        var answer = await AnswerAsync<T>(
            request ?? throw new ArgumentNullException(nameof(request)), notify, cancellationToken, watch ?? throw new ArgumentNullException(nameof(watch))).ConfigureAwait(false);
        return request.ListMember is not null ? [.. answer.Rows] : answer.Data is { } data ? [data] : [];
    }

    /// <summary>Reads an operation that answers with rows, page by page.</summary>
    /// <typeparam name="T">The model to read a row into; <see cref="object"/> for plain values.</typeparam>
    /// <param name="request">The operation; it names the member with the rows.</param>
    /// <param name="cursor">Where to begin; null for the beginning.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends waits and reads at once.</param>
    /// <returns>The reader; dispose it.</returns>
    public PageReader<T> ReadPages<T>(KomboRequest request, string? cursor = null, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default)
    {
        CheckIsList(request);
        return new PageReader<T>((position, token) => FetchAsync<T>(request, position, notify, token), cursor, cancellationToken);
    }

    /// <summary>Reads an operation that answers with rows, page by page, into something else than a model.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="request">The operation; it names the member with the rows.</param>
    /// <param name="read">Makes it of the row's JSON, on the thread that fetches the page, while the caller works on the one before.</param>
    /// <param name="cursor">Where to begin; null for the beginning.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends waits and reads at once.</param>
    /// <returns>The reader; dispose it.</returns>
    public PageReader<T> ReadRows<T>(
        KomboRequest request, Func<JsonRow, T> read, string? cursor = null, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default)
    {
        CheckIsList(request);
        _ = read ?? throw new ArgumentNullException(nameof(read));
        return new PageReader<T>(
            async (position, token) =>
            {
                var page = await FetchAsync<JsonRow>(request, position, notify, token).ConfigureAwait(false);
                return new Page<T>([.. page.Rows.Select(read)], page.Next);
            },
            cursor,
            cancellationToken);
    }

    /// <summary>Reads one page of a list, and nothing ahead.</summary>
    /// <typeparam name="T">The kind of row.</typeparam>
    /// <param name="request">The operation; it names the member with the rows.</param>
    /// <param name="cursor">Which page, as the one before it says in <see cref="Page{T}.Next"/>; null for the first.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends waits and reads at once.</param>
    /// <returns>The page.</returns>
    /// <exception cref="KomboException">It failed.</exception>
    public async Task<Page<T>> ReadPageAsync<T>(KomboRequest request, string? cursor = null, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default)
    {
        CheckIsList(request);
        try
        {
            return await FetchAsync<T>(request, cursor, notify, cancellationToken).ConfigureAwait(false);
        }
        catch (KomboException failure)
        {
            failure.Cursor = cursor;
            throw;
        }
    }

    /// <summary>
    /// Fetches a file from the address that an object of the API names for it. The API key does not go along, to no host
    /// and over no redirect. It is tried again from the start where a read would be.
    /// </summary>
    /// <param name="address">The address: https, plain http for loopback addresses only, or a <c>data:</c> URL.</param>
    /// <param name="target">Where the content goes. It must be able to seek: every attempt begins with an empty stream.</param>
    /// <param name="contentType">The media type that the file should have, by which a page with an error is told from the file; null when it is not known.</param>
    /// <param name="maximumSize">The most bytes to take, unpacked; null for any number.</param>
    /// <param name="progress">Told, on any thread, how many bytes have arrived, and of how many if that is known. Null to ignore that.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends waits and reads at once.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="KomboException">It failed; the target's content is of no use.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<long> DownloadAsync(
        string address,
        Stream target,
        string? contentType = null,
        long? maximumSize = null,
        Action<long, long?>? progress = null,
        Action<KomboNotice>? notify = null,
        CancellationToken cancellationToken = default)
    {
        var download = new Download(
            address ?? throw new ArgumentNullException(nameof(address)), target ?? throw new ArgumentNullException(nameof(target)), contentType, maximumSize, progress);
        var number = 0;
        return await _retry.RunAsync(
            token => _transport.DownloadAsync(download, _timeout, ++number, notify, token), download.Request, notify, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Repeats a read until what it answers is final, or the time is over: after one second, then at growing intervals of up
    /// to a minute.
    /// </summary>
    /// <typeparam name="T">The model to read the answer's data into.</typeparam>
    /// <param name="request">The read.</param>
    /// <param name="isFinal">Whether an answer is final.</param>
    /// <param name="limit">The time after which the last look is taken; null for no limit.</param>
    /// <param name="notify">As in <see cref="SendAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends waits and reads at once.</param>
    /// <returns>The latest answer; it is not final when the time was over.</returns>
    /// <exception cref="KomboException">A read failed.</exception>
    public async Task<T?> PollAsync<T>(
        KomboRequest request, Func<T, bool> isFinal, TimeSpan? limit, Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default)
        where T : class
    {
        if (isFinal is null)
        {
            throw new ArgumentNullException(nameof(isFinal));
        }

        var begun = _options.Time.GetTimestamp();
        var pause = _options.RetryUnit;
        while (true)
        {
            var answer = await SendAsync<T>(request, notify, cancellationToken).ConfigureAwait(false);
            var left = limit - _options.Time.GetElapsedTime(begun);
            if (answer is null || isFinal(answer) || left <= TimeSpan.Zero)
            {
                return answer;
            }

            await _options.Time.DelayAsync(left < pause ? left.Value : pause, cancellationToken).ConfigureAwait(false);
            var longer = TimeSpan.FromTicks((long)(pause.Ticks * PauseGrowth));
            pause = longer < LongestPause ? longer : LongestPause;
        }
    }

    /// <summary>Ends all requests and closes all connections.</summary>
    public void Dispose() => _transport.Dispose();

    private static void CheckIsList(KomboRequest? request)
    {
        if (request?.ListMember is null)
        {
            throw new ArgumentException("The request does not name the member with the rows.", nameof(request));
        }
    }

    private async Task<Page<T>> FetchAsync<T>(KomboRequest request, string? cursor, Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync<T>(cursor is null ? request : At(request, cursor), notify, cancellationToken).ConfigureAwait(false);
        if (answer.OddNext is { } odd && request.IsPaged)
        {
            throw new KomboException(
                KomboFailure.UnexpectedResponse, $"The answer's 'next' is {odd} instead of a string, so it is not known whether there are more rows.")
            {
                Method = request.Method,
                Path = request.DisplayPath,
            };
        }

        if ((answer.Next ?? answer.OddNext) is not null && !request.IsPaged)
        {
            notify?.Invoke(new KomboNotice(
                KomboNoticeKind.Warning, $"{request.DisplayPath} indicates more rows, but the API provides no way to request them."));
            return new Page<T>(answer.Rows, null);
        }

        return new Page<T>(answer.Rows, answer.Next);
    }

    private async Task<TResult> AttemptAsync<TResult>(
        KomboRequest request, Func<Attempt, CancellationToken, Task<TResult>> carryOut, ChangeWatch? watch, Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        var integrationId = request.IntegrationHeader == IntegrationHeader.None ? null : request.IntegrationId ?? _options.IntegrationId;
        if (integrationId is null && request.IntegrationHeader == IntegrationHeader.Required)
        {
            throw KomboException.InvalidInput(
                "IntegrationId", "this operation requires an integration, but neither the command nor the connection has one.");
        }

        CheckIntegrationId(integrationId);
        await _transport.PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        var number = 0;
        return await _retry.RunAsync(
            token => carryOut(new Attempt(request, integrationId, _timeout, ++number, watch, notify), token), request, notify, cancellationToken, watch).ConfigureAwait(false);
    }

    private async Task<Answer<T>> AnswerAsync<T>(
        KomboRequest request, Action<KomboNotice>? notify, CancellationToken cancellationToken, ChangeWatch? watch = null)
    {
        var answer = await AttemptAsync(request, _transport.AttemptAsync<T>, watch, notify, cancellationToken).ConfigureAwait(false);
        foreach (var warning in answer.Warnings)
        {
            notify?.Invoke(new KomboNotice(KomboNoticeKind.Warning, warning));
        }

        foreach (var member in answer.SetAside)
        {
            notify?.Invoke(new KomboNotice(
                KomboNoticeKind.Warning, $"'{member}' has a form that this version does not know. Its value is in the AdditionalData of the object."));
        }

        return answer;
    }

    private static KomboRequest At(KomboRequest request, string cursor) => new(request.Method, request.Path)
    {
        DisplayPath = request.DisplayPath,
        Secrets = request.Secrets,
        Query = [.. request.Query, new KeyValuePair<string, string>("cursor", cursor)],
        Body = request.Body,
        IsLines = request.IsLines,
        MaxBodyBytes = request.MaxBodyBytes,
        Timeout = request.Timeout,
        IntegrationHeader = request.IntegrationHeader,
        IntegrationId = request.IntegrationId,
        IsRead = request.IsRead,
        IsLive = request.IsLive,
        ListMember = request.ListMember,
        IsPaged = request.IsPaged,
    };

    /// <summary>The id becomes a header: nothing may get into it that ends one.</summary>
    private static void CheckIntegrationId(string? id)
    {
        if (id is not null && (id.Length is 0 or > 500 || !IsVisible(id)))
        {
            throw KomboException.InvalidInput(
                "IntegrationId", id.Trim().Length is > 0 and <= 500 && IsVisible(id.Trim()) ? KomboException.SpaceAround : "it is not an id such as personio:CBNMt7dSNCzBdnRTx87dev4E.");
        }
    }

    private Retrier Pipeline(KomboRetry retry) => new(retry, _options.RetryUnit, _options.Time, _transport.Governor);

    /// <summary>Whether a text consists of visible ASCII characters, as keys and ids do.</summary>
    private static bool IsVisible(string text) => text.All(character => character is > ' ' and <= '~');

    /// <summary>An address as errors may show it: what stands before an @ may be a password.</summary>
    private static string Shown(Uri address) => address.OriginalString switch
    {
        var text when text.IndexOf('@') < 0 => text.Length <= 200 ? $"'{text}'" : $"'{text.Substring(0, 200)}...'",
        _ => "it",
    };

    private static void Check(KomboClientOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiKey))
        {
            throw KomboException.InvalidInput("ApiKey", "it is empty or white space.");
        }

        if (!IsVisible(options.ApiKey))
        {
            throw KomboException.InvalidInput("ApiKey", IsVisible(options.ApiKey.Trim()) ? KomboException.SpaceAround : "it contains white space or other characters that no API key has. Check that only the key was copied.");
        }

        CheckIntegrationId(options.IntegrationId);
        if (!options.Server.IsAbsoluteUri)
        {
            throw KomboException.InvalidInput("Server", $"{Shown(options.Server)} is not an address such as https://api.kombo.dev/v1.");
        }

        if (options.Server.UserInfo.Length > 0 || options.Server.Query.Length > 0 || options.Server.Fragment.Length > 0)
        {
            throw KomboException.InvalidInput("Server", "give the address without user, query and fragment, such as https://api.kombo.dev/v1.");
        }

        if (options.Server.Scheme != "https" && !(options.Server.Scheme == "http" && options.Server.IsLoopback))
        {
            throw KomboException.InvalidInput(
                "Server", $"{Shown(options.Server)} is not an https address. The API key is sent without encryption to loopback addresses only.");
        }

        CheckTimeout(options.Timeout);
        options.Retry.Check();
        OwnHeaders.Check(options);
        if (options.Certificate is { HasPrivateKey: false })
        {
            throw KomboException.InvalidInput("Certificate", "it has no private key, which is required.");
        }
    }

    private static void CheckTimeout(TimeSpan? limit)
    {
        if (limit is { } timeout && (timeout <= TimeSpan.Zero || timeout > TimeSpan.FromDays(1)))
        {
            throw KomboException.InvalidInput("TimeoutSec", $"{timeout.TotalSeconds} is out of range: 1 to 86400.");
        }
    }
}
