#pragma warning disable RS0030 // This is the one way out.
using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kombo.Http;

/// <content>Downloads: other servers than the API's, which get neither the key nor anything else that identifies anyone.</content>
internal sealed partial class Transport
{
    private const int MostRedirects = 10;
    private const int PieceLength = 64 * 1024;
    private const int LongestErrorPage = 64 * 1024;

    /// <summary>Fetches a file once.</summary>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="KomboException">It failed.</exception>
    public async Task<long> DownloadAsync(Download download, TimeSpan? limit, int number, Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        CheckOpen(download.Request);
        download.Begin();
        if (download.Address is null)
        {
            download.Take(download.Data!, download.Data!.Length, download.Data.Length);
            return download.End();
        }

        // A file may take as long as it needs, as long as it goes on arriving.
        var timeout = limit ?? _options.Timeout ?? ReadTimeout;
        var address = download.Address;
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var exchange = new Exchange(download.Request, null, number, _redaction, hasBodies: false);
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                inTime.CancelAfter(timeout);
                using var message = new HttpRequestMessage(HttpMethod.Get, address);
                message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
                message.Headers.TryAddWithoutValidation("Accept", "*/*");
                exchange.Begin();
                using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, inTime.Token).ConfigureAwait(false);
                if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or (HttpStatusCode)308)
                {
                    address = download.Follow(address, response.Headers.Location);
                    continue;
                }

#if !NET
                using var close = inTime.Token.Register(static closing => ((HttpResponseMessage)closing!).Dispose(), response);
#endif
                exchange.Arrive((int)response.StatusCode);
                var bytes = await ReceiveAsync(download, response, address.Authority, () => inTime.CancelAfter(timeout), inTime.Token).ConfigureAwait(false);
                var end = exchange.End(bytes);
                notify?.Invoke(end);
                return bytes;
            }

            throw Failed(download.Request, KomboFailure.UnexpectedResponse, $"{address.Authority} redirects too often.", null);
        }
        catch (KomboException failure)
        {
            exchange.ErrorId = failure.ErrorId;
            throw;
        }
        catch (Exception failure)
        {
            exchange.ErrorId = Stopped;
            cancellationToken.ThrowIfCancellationRequested();
            var known = inTime.IsCancellationRequested
                ? Failed(download.Request, KomboFailure.Timeout, $"{address.Authority} sent nothing for {timeout.TotalSeconds:0.###} seconds.", null)
                : FromNetwork(download.Request, address.Authority, failure);
            exchange.ErrorId = known.ErrorId;
            throw known;
        }
        finally
        {
            Log(exchange, notify);
        }
    }

    private async Task<long> ReceiveAsync(Download download, HttpResponseMessage response, string host, Action keepWaiting, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var isError = status is < 200 or >= 300;
        if (isError || download.IsForeignPage(mediaType))
        {
            var page = await StartOfAsync(response.Content, cancellationToken).ConfigureAwait(false);
            throw isError ? FromStorage(download.Request, response, host, page) : Failed(
                download.Request, KomboFailure.LinkExpired, $"{host} sent a page ({mediaType}) instead of the file{Quoted(page)}.", null, status: status);
        }

        // Unpacked content has lost its length on the way.
        var total = response.Content.Headers.ContentEncoding.Count == 0 ? response.Content.Headers.ContentLength : null;
        download.CheckSize(total ?? 0);
        var buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            using var stream = await OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);
            long received = 0;
            while (await ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
            {
                keepWaiting();
                download.Take(buffer, count, total);
                received += count;
            }

            return total is null || received == total
                ? download.End()
                : throw Failed(download.Request, KomboFailure.Truncated, $"{host} sent {received} of {total} bytes.", null, status: status);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Storage says in its own way, and with different statuses, that an address is not valid any more.</summary>
    private KomboException FromStorage(KomboRequest request, HttpResponseMessage response, string host, string page)
    {
        var status = (int)response.StatusCode;
        return status is 400 or 401 or 403 or 404 or 410
            ? Failed(request, KomboFailure.LinkExpired, $"{host} refuses access to the file (HTTP {status}){Quoted(page)}.", null, status: status)
            : new KomboException(KomboFailure.Http, Redact($"{host} answered with HTTP {status}{Quoted(page)}.", request))
            {
                StatusCode = status,
                Method = request.Method,
                Path = request.DisplayPath,
                RetryAfter = Headers.RetryAfter(response, _options.Time.GetUtcNow()),
            };
    }

    /// <summary>What an error page says, if it says it in the way of storage (XML) or of web pages. Nothing else is shown: it may quote the address.</summary>
    private static string Quoted(string page)
    {
        var said = Regex.Match(page, @"<(Message|title)\b[^>]*>\s*([^<]{1,200})", RegexOptions.IgnoreCase);
        return said.Success ? ": " + Regex.Replace(said.Groups[2].Value, @"\s+", " ").Trim().TrimEnd('.') : "";
    }

    private static async Task<string> StartOfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[PieceLength];
        using var start = new MemoryStream();
        using var stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);
        while (start.Length < LongestErrorPage && await ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            start.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(start.ToArray());
    }

#if NET
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);

    private static ValueTask<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken) => stream.ReadAsync(buffer.AsMemory(0, PieceLength), cancellationToken);
#else
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync();

    private static Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken) => stream.ReadAsync(buffer, 0, PieceLength, cancellationToken);
#endif
}
