using System.Text;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>An answer: bytes, or the way in which there is none.</summary>
internal sealed class SandboxResponse
{
    private const string JsonType = "application/json; charset=utf-8";

    public int Status { get; set; } = 200;

    public string ContentType { get; set; } = JsonType;

    public byte[] Body { get; set; } = [];

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>The connection breaks with this exception.</summary>
    public Func<Exception>? Broken { get; set; }

    /// <summary>The answer never comes.</summary>
    public bool Never { get; set; }

    /// <summary>Whether the request takes one of the places for actions.</summary>
    public bool IsAction { get; set; }

    /// <summary>The success envelope.</summary>
    /// <param name="data">A plain value, or pieces of ready JSON.</param>
    /// <param name="warnings">Null where the operation has no warnings.</param>
    public static SandboxResponse Success(object? data, IReadOnlyList<string>? warnings)
    {
        List<byte[]> pieces = [Bytes("{\"status\":\"success\",\"data\":")];
        pieces.AddRange(data as IEnumerable<byte[]> ?? [PlainJson.ToBytes(data)]);
        if (warnings is not null)
        {
            pieces.Add(Bytes(",\"warnings\":"));
            pieces.Add(PlainJson.ToBytes(warnings.Select(text => new KomboMap { ["message"] = text })));
        }

        pieces.Add(Bytes("}"));
        var body = new byte[pieces.Sum(piece => piece.Length)];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(body, at);
            at += piece.Length;
        }

        return new SandboxResponse { Body = body };
    }

    /// <summary>The error envelope.</summary>
    public static SandboxResponse Error(SandboxException error, Uri? log) => Json(error.Status, new KomboMap
    {
        ["status"] = "error",
        ["error"] = new KomboMap
        {
            ["code"] = error.Code,
            ["title"] = error.Code is null ? null : ErrorCodes.Title(error.Code),
            ["message"] = error.Message,
            ["log_url"] = log?.AbsoluteUri,
        },
    });

    public static SandboxResponse Json(int status, object? value) => new() { Status = status, Body = PlainJson.ToBytes(value) };

    public static SandboxResponse Text(int status, string text, string type = "text/plain; charset=utf-8") =>
        new() { Status = status, ContentType = type, Body = Bytes(text) };

    public void Add(string name, string value) => Headers.Add(new KeyValuePair<string, string>(name, value));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
