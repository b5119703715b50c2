using System.Collections;
using System.Globalization;

namespace Kombo;

/// <summary>Whether a request carries the id of an integration in its header.</summary>
public enum IntegrationHeader
{
    /// <summary>The operation belongs to the environment; no header is sent.</summary>
    None,

    /// <summary>The header is sent when an id is known.</summary>
    Optional,

    /// <summary>The operation works on an integration; without an id nothing is sent.</summary>
    Required,
}

/// <summary>One operation to be carried out, with everything that goes over the wire.</summary>
public sealed class KomboRequest
{
    /// <summary>The most characters of an address, from the path on, that all servers and gateways take.</summary>
    public const int MostAddressLength = 8000;

    private const int MostShownValue = 200;

    private byte[]? _content;

    /// <summary>A request.</summary>
    /// <param name="method">GET, POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">The path below the server's address, without a leading slash; its parts are escaped already.</param>
    public KomboRequest(string method, string path)
    {
        Method = method ?? throw new ArgumentNullException(nameof(method));
        Path = path ?? throw new ArgumentNullException(nameof(path));
        DisplayPath = path;
        IsRead = method == "GET";
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path below the server's address, escaped.</summary>
    public string Path { get; }

    /// <summary>The path as errors and traces may show it: secrets in it are replaced.</summary>
    public string DisplayPath { get; init; }

    /// <summary>Values that are secrets: should a server quote them, errors and warnings show *** instead.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The query's names and unescaped values, in order.</summary>
    public IList<KeyValuePair<string, string>> Query { get; init; } = new List<KeyValuePair<string, string>>();

    /// <summary>
    /// The body as a plain value (see <see cref="Json.PlainJson"/>); null for none. A write without members still sends
    /// an empty object.
    /// </summary>
    public object? Body { get; init; }

    /// <summary>True when the body is a list whose items go over the wire as one line of JSON each (NDJSON).</summary>
    public bool IsLines { get; init; }

    /// <summary>The most bytes that the operation takes as a body; null where no limit is documented.</summary>
    public long? MaxBodyBytes { get; init; }

    /// <summary>How long one attempt may take where that is more than usual; null for the usual time.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the id of an integration goes along.</summary>
    public IntegrationHeader IntegrationHeader { get; init; }

    /// <summary>The integration to work on; null for the client's.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>True when carrying the request out twice changes nothing: every GET, and the POSTs that only read.</summary>
    public bool IsRead { get; init; }

    /// <summary>True for reads that Kombo passes on to the connected tool, which can take minutes.</summary>
    public bool IsLive { get; init; }

    /// <summary>The member of <c>data</c> that holds the rows of a list; null when the answer is a single object.</summary>
    public string? ListMember { get; init; }

    /// <summary>True when the list takes a cursor. Lists that do not are read once, whatever <c>next</c> says.</summary>
    public bool IsPaged { get; init; }

    /// <summary>True when something goes over the wire behind the headers. A write always has a body: .NET by itself repeats requests without one when their connection breaks.</summary>
    internal bool HasBody => Body is not null || Method != "GET";

    /// <summary>True when the request goes to another server than the API's: its waits have nothing to do with the API's quota.</summary>
    internal bool IsElsewhere { get; init; }

    /// <summary>The body as it goes over the wire. It is encoded once, however often the request is tried.</summary>
    /// <returns>UTF-8.</returns>
    /// <exception cref="KomboException">It is larger than the operation takes.</exception>
    public byte[] EncodeBody()
    {
        try
        {
            _content ??= IsLines ? Json.PlainJson.ToLines(Items()) : Json.PlainJson.ToBytes(Body ?? new Models.KomboMap());
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            throw KomboException.InvalidInput("Body", $"a value cannot be written as JSON: {failure.Message}");
        }

        return _content.LongLength <= (MaxBodyBytes ?? long.MaxValue)
            ? _content
            : throw KomboException.InvalidInput("Body", string.Format(
                CultureInfo.InvariantCulture,
                "the request has {0:N0} bytes{1}; the maximum for {2} is {3:N0} bytes.",
                _content.LongLength,
                IsLines ? string.Format(CultureInfo.InvariantCulture, " ({0:N0} lines)", Items().Cast<object?>().Count()) : "",
                DisplayPath,
                MaxBodyBytes));
    }

    /// <summary>Encodes the body away from the caller's thread, which does not wait any longer when it is stopped: a large one takes seconds.</summary>
    internal async Task EncodeAsync(CancellationToken cancellationToken)
    {
        if (!HasBody || _content is not null)
        {
            return;
        }

        var encoding = Task.Run(EncodeBody, cancellationToken);
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => stopped.TrySetResult(true)))
        {
            await Task.WhenAny(encoding, stopped.Task).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        await encoding.ConfigureAwait(false);
    }

    /// <summary>The path and the query as traces show them: of reads with the values, because filters are what people have to check.</summary>
    internal string ShownAddress
    {
        get
        {
            var query = string.Join("&", Query.Select(pair => ShownValue(pair) is { } value ? $"{pair.Key}={value}" : pair.Key));
            return query.Length == 0 ? DisplayPath : $"{DisplayPath}?{query}";
        }
    }

    /// <summary>A value of the query as traces show it, in one line that is not too long; null for one that they do not show.</summary>
    internal string? ShownValue(KeyValuePair<string, string> pair)
    {
        if (!IsRead)
        {
            return null;
        }

        var value = Secrets.Where(secret => secret.Length > 0).Aggregate(pair.Value, (text, secret) => text.Replace(secret, "***"));
        value = new string(value.Select(character => char.IsControl(character) ? ' ' : character).ToArray());
        return value.Length <= MostShownValue ? value : string.Format(CultureInfo.InvariantCulture, "{0}... ({1:N0} characters)", value.Substring(0, MostShownValue), value.Length);
    }

    /// <summary>The method, the path and the query: what traces show.</summary>
    /// <returns>The text: of reads with the query's values, of changes with its names alone.</returns>
    public override string ToString() => $"{Method} {ShownAddress}";

    private IEnumerable Items() => Body as IEnumerable ?? Array.Empty<object?>();
}
