namespace Kombo;

/// <summary>An answer as it came, whatever it is. The API key and other secrets in it are replaced by ***.</summary>
public sealed class KomboResponse
{
    /// <summary>The headers by which gateways and servers name a request, in the order in which they are believed.</summary>
    private static readonly string[] IdHeaders = ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amzn-trace-id", "x-cloud-trace-context", "cf-ray", "traceparent"];

    internal KomboResponse(int statusCode, string? reason, IReadOnlyDictionary<string, string> headers, string body)
    {
        StatusCode = statusCode;
        Reason = reason;
        Headers = headers;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The words that came with the status; null where there were none.</summary>
    public string? Reason { get; }

    /// <summary>The id of the request, from the first header that has one; null when none has.</summary>
    public string? RequestId => IdOf(Headers);

    /// <summary>The headers by name, in any case; several values of one are joined with commas. Those that hold secrets, such as Set-Cookie, have ***.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The text, decoded; empty when there is none.</summary>
    public string Body { get; }

    internal static string? IdOf(IReadOnlyDictionary<string, string> headers) =>
        IdHeaders.Select(name => headers.TryGetValue(name, out var id) && id.Length > 0 ? id : null).FirstOrDefault(id => id is not null);
}
