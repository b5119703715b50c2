namespace Kombo.Sandbox;

/// <summary>A request as it arrived, before anything is made of it.</summary>
internal sealed record RawRequest(string Method, Uri Address, string? Authorization, string? IntegrationId, string? ContentType, byte[] Body)
{
    private const string Version = "/v1/";

    /// <summary>Everything up to and with <c>/v1/</c>.</summary>
    public Uri Root { get; } = new(Address.GetLeftPart(UriPartial.Authority) + Split(Address.AbsolutePath).Root);

    /// <summary>The path behind <c>/v1/</c>, still escaped.</summary>
    public string Path { get; } = Split(Address.AbsolutePath).Tail;

    /// <summary>The path and the query.</summary>
    public string PathAndQuery => Path + Address.Query;

    private static (string Root, string Tail) Split(string path)
    {
        var at = path.IndexOf(Version, StringComparison.Ordinal);
        return at < 0 ? ("/", path.TrimStart('/')) : (path.Substring(0, at + Version.Length), path.Substring(at + Version.Length));
    }
}
