using System.Text;

namespace Kombo.Http;

/// <summary>A file to fetch: from where, and where it goes.</summary>
internal sealed class Download
{
    private const string DataScheme = "data:";

    private readonly Stream _target;
    private readonly Action<long, long?>? _progress;
    private readonly string? _contentType;
    private readonly long? _maximumSize;
    private long _received;

    /// <summary>A file to fetch.</summary>
    /// <exception cref="KomboException">The address is none that files are fetched from.</exception>
    public Download(string address, Stream target, string? contentType, long? maximumSize, Action<long, long?>? progress)
    {
        _maximumSize = maximumSize;
        _target = target;
        _contentType = contentType;
        _progress = progress;
        if (address.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase))
        {
            Data = Decode(address.Substring(DataScheme.Length));
            Request = Described("data:");
            return;
        }

        // The address may be as good as a password: only its host is ever shown.
        Address = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw KomboException.InvalidInput("Url", "it is not an absolute address, such as https://files.example.com/cv.pdf.");
        Request = Described($"{uri.Scheme}://{uri.Authority}/...");
        if (!IsSafe(uri))
        {
            throw KomboException.InvalidInput("Url", $"files are downloaded over https only, or over http from loopback addresses; the address is '{Request.DisplayPath}'.");
        }
    }

    /// <summary>Where the file is; null when the address is the file.</summary>
    public Uri? Address { get; }

    /// <summary>What the address holds itself; null for other addresses.</summary>
    public byte[]? Data { get; }

    /// <summary>The download as errors and traces show it.</summary>
    public KomboRequest Request { get; }

    /// <summary>The address that an answer redirects to.</summary>
    /// <exception cref="KomboException">It is one that files are not fetched from.</exception>
    public Uri Follow(Uri from, Uri? location)
    {
        var to = location is not null && Uri.TryCreate(from, location, out var target) ? target : null;
        if (to is null || !IsSafe(to) || (PrivateHost.Is(to) && !PrivateHost.Is(Address!)))
        {
            var where = to is null ? "to nowhere" : $"to {to.Scheme}://{to.Authority}/...";
            throw new KomboException(KomboFailure.UnexpectedResponse, $"{from.Authority} redirects {where}, from which files are not downloaded.")
            {
                Method = Request.Method,
                Path = Request.DisplayPath,
            };
        }

        return to;
    }

    /// <summary>True when a page came instead of the file: what storage and logins answer with when an address has expired.</summary>
    public bool IsForeignPage(string? mediaType) => IsPage(mediaType) && _contentType is { Length: > 0 } expected
        && !IsPage(expected) && !expected.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        && !expected.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
        && !expected.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    /// <summary>Empties the target for another attempt.</summary>
    public void Begin()
    {
        Write(() => _target.SetLength(0));
        _received = 0;
    }

    /// <summary>Takes what has arrived.</summary>
    /// <exception cref="KomboException">It cannot be written, or is more than allowed.</exception>
    public void Take(byte[] buffer, int count, long? total)
    {
        CheckSize(Math.Max(_received + count, total ?? 0));
        Write(() => _target.Write(buffer, 0, count));
        _received += count;
        _progress?.Invoke(_received, total);
    }

    /// <summary>Refuses a file of this size where it is more than allowed: as announced, or as unpacked so far.</summary>
    /// <exception cref="KomboException">It is.</exception>
    public void CheckSize(long bytes)
    {
        if (bytes > _maximumSize)
        {
            throw new KomboException(
                KomboFailure.TooLarge, FormattableString.Invariant($"The file from '{Request.DisplayPath}' is larger than the maximum of {_maximumSize:N0} bytes."))
            {
                Method = Request.Method,
                Path = Request.DisplayPath,
            };
        }
    }

    /// <summary>Makes sure that everything has been written.</summary>
    /// <returns>The number of bytes.</returns>
    public long End()
    {
        Write(_target.Flush);
        return _received;
    }

    private static bool IsSafe(Uri address) => address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback);

    private static bool IsPage(string? mediaType) => mediaType?.Split(';')[0].Trim().ToLowerInvariant() is "text/html" or "application/xhtml+xml" or "text/xml" or "application/xml";

    private static KomboRequest Described(string address) => new("GET", "download") { DisplayPath = address, IsElsewhere = true };

    /// <summary>A failure to write is none of the network, and is not tried again.</summary>
    private static void Write(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            throw new KomboException(KomboFailure.FileNotWritten, $"The file cannot be written: {failure.Message}", failure);
        }
    }

    private static byte[] Decode(string text)
    {
        var comma = text.IndexOf(',');
        try
        {
            if (comma < 0)
            {
                throw new FormatException();
            }

            var content = Uri.UnescapeDataString(text.Substring(comma + 1));
            return text.Substring(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase) ? Convert.FromBase64String(content) : Encoding.UTF8.GetBytes(content);
        }
        catch (FormatException)
        {
            throw KomboException.InvalidInput("Url", "the file's address is a data: URL that cannot be decoded.");
        }
    }
}
