using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET ats/applications/{application_id}/attachments.</summary>
internal sealed class GetApplicationAttachments : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/attachments";

    /// <inheritdoc/>
    public override bool IsAction => true;

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var files = request.Table<Attachments>().Of(request.Named<Applications>("application_id").Id);
        return new KomboMap { ["results"] = files.Select(file => Show(file, request)) };
    }

    private static KomboMap Show(Row file, SandboxRequest request)
    {
        var map = file.Pick("type", "id", "remote_id", "file_name", "content_type", "remote_created_at", "remote_updated_at");
        map["data_url"] = GetFile.Address(request.Raw.Root, file).AbsoluteUri;
        return map;
    }
}
