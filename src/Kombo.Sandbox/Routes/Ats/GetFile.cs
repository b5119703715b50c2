namespace Kombo.Sandbox;

/// <summary>
/// The address that attachments and documents name for their content. It is open to everyone, and it refuses requests that bring the
/// API key along: the key must not go to such addresses.
/// </summary>
internal sealed class GetFile : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "files/{file_id}/{file_name}";

    /// <inheritdoc/>
    public override bool NeedsKey => false;

    /// <summary>Where the content of a file is.</summary>
    public static Uri Address(Uri root, Row file) => new(root, $"files/{file.Id}/{Uri.EscapeDataString(file.Text("file_name")!)}");

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        if (request.Raw.Authorization is not null)
        {
            throw SandboxException.Invalid("Files are fetched without the API key.");
        }

        var id = request.Segments["file_id"];
        if (request.Table<Attachments>().Find(id) is { } attachment)
        {
            return Answer(attachment, request.Table<Attachments>().Content(attachment));
        }

        // As storage says it, not as the API would.
        return request.Table<DatevDocuments>().Find(id) is { } document
            ? Answer(document, DatevDocuments.Content(document))
            : SandboxResponse.Text(404, "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>", "application/xml");
    }

    private static SandboxResponse Answer(Row file, byte[] content) => new() { ContentType = file.Text("content_type")!, Body = content };
}
