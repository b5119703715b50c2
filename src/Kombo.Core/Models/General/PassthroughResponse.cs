namespace Kombo.Models;

/// <summary>The connected tool's own answer to a request that went through Kombo.</summary>
[Model(Columns = [nameof(Status), nameof(Url), nameof(Headers), nameof(Data)])]
public sealed partial class PassthroughResponse : KomboObject
{
    /// <summary>The HTTP status of the tool's answer; an error of the tool arrives here, not as a failure of the request.</summary>
    public int? Status { get; set; }

    /// <summary>The full URL that Kombo called.</summary>
    public string? Url { get; set; }

    /// <summary>The headers of the tool's answer; a value is text or a list of texts.</summary>
    public KomboMap? Headers { get; set; }

    /// <summary>The body: a map or a list for JSON, else text (Base64 where that was asked for); null when it was empty.</summary>
    public object? Data { get; set; }

    /// <summary>The status and the URL.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf($"{Status} {Url}");
}
