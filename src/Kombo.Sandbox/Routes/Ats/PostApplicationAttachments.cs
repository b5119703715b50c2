using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ats/applications/{application_id}/attachments.</summary>
internal sealed class PostApplicationAttachments : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/attachments";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var application = request.Named<Applications>("application_id");
        request.Table<Attachments>().Attach(application, (KomboMap)request.Body["attachment"]!);
        request.Table<Applications>().ChangedWithCandidate(application);
        return Nothing();
    }
}
