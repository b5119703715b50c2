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

    /// <summary>True when the request goes to another server than the API's: its waits have nothing to do with the API's quota.</summary>
    internal bool IsElsewhere { get; init; }

    /// <summary>The method, the path and the query's names: what traces show.</summary>
    /// <returns>The text, without any value that could be personal.</returns>
    public override string ToString()
    {
        var names = string.Join("&", Query.Select(pair => pair.Key is "page_size" ? $"{pair.Key}={pair.Value}" : pair.Key));
        return names.Length == 0 ? $"{Method} {DisplayPath}" : $"{Method} {DisplayPath}?{names}";
    }
}
