using System.Net.Sockets;

namespace Kombo.Sandbox;

/// <summary>The failures that a trigger can name besides Kombo's codes.</summary>
internal static class Failures
{
    /// <summary>This one runs the request and cuts the answer.</summary>
    public const string Truncated = "truncated";

    private static readonly Dictionary<string, Func<SandboxResponse>> Known = new(StringComparer.Ordinal)
    {
        ["http500"] = () => SandboxResponse.Text(500, "Internal Server Error"),
        ["http502"] = () => SandboxResponse.Text(502, "Bad Gateway"),
        ["http503"] = () => SandboxResponse.Text(
            503,
            "<html>\n<head><title>503 Service Temporarily Unavailable</title></head>\n<body>\n<center><h1>503 Service Temporarily Unavailable</h1></center>\n</body>\n</html>\n",
            "text/html; charset=utf-8"),
        ["http504"] = () => SandboxResponse.Text(504, "Gateway Timeout"),
        ["html"] = () => SandboxResponse.Text(
            502,
            "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n",
            "text/html; charset=utf-8"),
        ["empty"] = () => SandboxResponse.Text(200, string.Empty, "application/json; charset=utf-8"),
        ["shape"] = () => SandboxResponse.Json(200, new[] { "this", "is", "not", "an", "envelope" }),
        ["text"] = () => SandboxResponse.Text(200, "It works!"),
        ["reset"] = () => Broken(() => new IOException(
            "The connection was closed by the other side.", new SocketException((int)SocketError.ConnectionReset))),
        ["refused"] = () => Broken(() => new SocketException((int)SocketError.ConnectionRefused)),
        ["slow"] = () => new SandboxResponse { Never = true },
    };

    /// <summary>The answer that a trigger asks for.</summary>
    /// <exception cref="SandboxException">It is one of Kombo's codes; or there is no such failure.</exception>
    public static SandboxResponse Answer(string what) =>
        Known.TryGetValue(what, out var make) ? make()
        : what.IndexOf('.') > 0 ? throw new SandboxException(what, $"The sandbox was asked to fail with {what}.")
        : throw SandboxException.Invalid(
            $"The sandbox knows no failure '{what}'. It knows Kombo's codes, {Truncated}, {string.Join(", ", Known.Keys)}.");

    private static SandboxResponse Broken(Func<Exception> inner) => new()
    {
        Broken = () =>
        {
            var cause = inner();
            return new HttpRequestException($"The request could not be sent. {cause.Message}", cause);
        },
    };
}
