using System.Buffers;

namespace Kombo.Http;

/// <summary>A whole answer in rented memory.</summary>
internal sealed class BodyBuffer : IDisposable
{
    /// <summary>What a Content-Length is believed at once; more is rented when it really arrives.</summary>
    private const int MostBelieved = 16 * 1024 * 1024;

    private byte[] _bytes;
    private int _length;

    private BodyBuffer(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Reads an answer.</summary>
    /// <param name="content">The answer.</param>
    /// <param name="most">The most bytes to take, unpacked: a small answer can unpack to one that no memory holds.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The answer; null when it is larger.</returns>
    public static async Task<BodyBuffer?> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
        {
            return null;
        }

        var expected = content.Headers.ContentLength is { } length and > 0 ? (int)Math.Min(length, MostBelieved) + 1 : 64 * 1024;
        var buffer = new BodyBuffer(expected);
        try
        {
#if NET
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            while (true)
            {
                if (buffer._length == buffer._bytes.Length)
                {
                    buffer.Grow(most);
                }

#if NET
                var read = await stream.ReadAsync(buffer._bytes.AsMemory(buffer._length), cancellationToken).ConfigureAwait(false);
#else
                var read = await stream.ReadAsync(buffer._bytes, buffer._length, buffer._bytes.Length - buffer._length, cancellationToken).ConfigureAwait(false);
#endif
                if (read == 0)
                {
                    return buffer;
                }

                buffer._length += read;
                if (buffer._length > most)
                {
                    buffer.Dispose();
                    return null;
                }
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        _length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private void Grow(int most)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_bytes.Length * 2L, most + 1L));
        Buffer.BlockCopy(_bytes, 0, larger, 0, _length);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
