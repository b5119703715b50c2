using System.Globalization;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>
/// POST passthrough/{tool}/{api}: an echo. The path /status/404 answers with that status, /text with plain text, /empty
/// with nothing.
/// </summary>
internal sealed class PostPassthrough : SandboxRoute
{
    private const string StatusPath = "/status/";

    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "passthrough/{tool}/{api}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var path = "/" + ((string)request.Body["path"]!).TrimStart('/');
        var answer = new KomboMap
        {
            ["url"] = $"https://{request.Segments["tool"]}.sandbox.kombo.invalid/{request.Segments["api"]}{path}{Parameters(request.Body)}",
            ["status"] = Status(path),
            ["headers"] = new KomboMap
            {
                ["content-type"] = path == "/text" ? "text/plain" : "application/json",
                ["set-cookie"] = Parts.List("session=1; HttpOnly", "language=en"),
            },
        };
        if (path != "/empty")
        {
            object? data = path == "/text" ? "Hello from the sandbox." : Echo(request);
            answer["data"] = request.Body.TryGetValue("response_as_base64", out var asBase64) && asBase64 is true
                ? Convert.ToBase64String(data is string text ? System.Text.Encoding.UTF8.GetBytes(text) : PlainJson.ToBytes(data))
                : data;
        }

        return answer;
    }

    private static KomboMap Echo(SandboxRequest request)
    {
        var echo = new KomboMap { ["tool"] = request.Segments["tool"], ["api"] = request.Segments["api"] };
        foreach (var member in request.Body)
        {
            echo[member.Key] = member.Value;
        }

        return echo;
    }

    private static string Parameters(KomboMap body) => body.TryGetValue("params", out var map) && map is KomboMap { Count: > 0 } parameters
        ? "?" + string.Join("&", parameters.Select(entry => Uri.EscapeDataString(entry.Key) + "=" + Uri.EscapeDataString((string)entry.Value!)))
        : string.Empty;

    private static int Status(string path) =>
        path.StartsWith(StatusPath, StringComparison.Ordinal)
        && int.TryParse(path.Substring(StatusPath.Length).Split('/', '?')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status : 200;
}
