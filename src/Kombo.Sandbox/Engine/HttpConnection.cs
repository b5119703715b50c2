#pragma warning disable RS0030 // It serves the sandbox: it makes requests of what arrives.
using System.Globalization;
using System.Text;

namespace Kombo.Sandbox;

/// <summary>As much of HTTP/1.1 as clients of an API need, on one connection.</summary>
internal sealed class HttpConnection(Stream stream, Uri address)
{
    private const int MaxLine = 64 * 1024;
    private static readonly char[] Space = [' '];
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next request; null when the other side has closed.</summary>
    /// <exception cref="FormatException">It is not HTTP/1.1.</exception>
    public async Task<HttpRequestMessage?> Read(CancellationToken cancellationToken)
    {
        if (await Line(cancellationToken).ConfigureAwait(false) is not { } first)
        {
            return null;
        }

        var parts = first.Split(Space);
        var target = parts.Length == 3 && parts[2].StartsWith("HTTP/1.", StringComparison.Ordinal) ? parts[1] : throw new FormatException();
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), new Uri(address, target));
        var headers = await Headers(cancellationToken).ConfigureAwait(false);
        if (headers.TryGetValue("Expect", out var expect) && expect.StartsWith("100-", StringComparison.Ordinal))
        {
            await Send(Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n"), cancellationToken).ConfigureAwait(false);
        }

        var body = headers.TryGetValue("Transfer-Encoding", out var encoding) && encoding == "chunked"
            ? await Chunks(cancellationToken).ConfigureAwait(false)
            : await Bytes(headers.TryGetValue("Content-Length", out var length) ? Number(length, NumberStyles.None) : 0, cancellationToken).ConfigureAwait(false);
        request.Content = new ByteArrayContent(body);
        foreach (var header in headers.Where(header => !request.Headers.TryAddWithoutValidation(header.Key, header.Value)))
        {
            request.Content.Headers.Remove(header.Key);
            request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return request;
    }

    /// <summary>Sends an answer.</summary>
    public async Task Write(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await Content(response.Content, cancellationToken).ConfigureAwait(false);
        var head = new StringBuilder().Append("HTTP/1.1 ").Append((int)response.StatusCode).Append(' ').Append(response.ReasonPhrase).Append("\r\n");
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Content-Length"))
        {
            head.Append(header.Key).Append(": ").Append(string.Join(", ", header.Value)).Append("\r\n");
        }

        head.Append("Content-Length: ").Append(body.Length).Append("\r\n\r\n");
        var start = Encoding.ASCII.GetBytes(head.ToString());
        var all = new byte[start.Length + body.Length];
        start.CopyTo(all, 0);
        body.CopyTo(all, start.Length);
        await Send(all, cancellationToken).ConfigureAwait(false);
    }

    private static int Number(string text, NumberStyles style) =>
        int.TryParse(text.Trim(), style, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : throw new FormatException();

    private static Task<byte[]> Content(HttpContent content, CancellationToken cancellationToken)
    {
#if NET
        return content.ReadAsByteArrayAsync(cancellationToken);
#else
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsByteArrayAsync();
#endif
    }

    private async Task<Dictionary<string, string>> Headers(CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await Line(cancellationToken).ConfigureAwait(false) is { Length: > 0 } line)
        {
            var at = line.IndexOf(':');
            headers[at > 0 ? line.Substring(0, at) : throw new FormatException()] = line.Substring(at + 1).Trim();
        }

        return headers;
    }

    private async Task<byte[]> Chunks(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = await Line(cancellationToken).ConfigureAwait(false) ?? throw new FormatException();
            var chunk = await Bytes(Number(line.Split(';')[0], NumberStyles.AllowHexSpecifier), cancellationToken).ConfigureAwait(false);
            if (chunk.Length == 0)
            {
                await Headers(cancellationToken).ConfigureAwait(false);
                return body.ToArray();
            }

            body.Write(chunk, 0, chunk.Length);
            await Line(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string?> Line(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < MaxLine)
        {
            if (_start == _end && !await Fill(cancellationToken).ConfigureAwait(false))
            {
                return line.Length == 0 ? null : throw new FormatException();
            }

            var letter = (char)_buffer[_start++];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter);
        }

        throw new FormatException();
    }

    private async Task<byte[]> Bytes(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        for (var done = 0; done < count;)
        {
            if (_start == _end && !await Fill(cancellationToken).ConfigureAwait(false))
            {
                throw new FormatException();
            }

            var some = Math.Min(count - done, _end - _start);
            Array.Copy(_buffer, _start, bytes, done, some);
            _start += some;
            done += some;
        }

        return bytes;
    }

    private async Task<bool> Fill(CancellationToken cancellationToken)
    {
        _start = 0;
#if NET
        _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
#else
        _end = await stream.ReadAsync(_buffer, 0, _buffer.Length, cancellationToken).ConfigureAwait(false);
#endif
        return _end > 0;
    }

    private async Task Send(byte[] bytes, CancellationToken cancellationToken)
    {
#if NET
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
#else
        await stream.WriteAsync(bytes, 0, bytes.Length, cancellationToken).ConfigureAwait(false);
#endif
    }
}
