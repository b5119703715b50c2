
namespace Kombo.Sandbox;

/// <summary>POST ats/applications/{application_id}/notes.</summary>
internal sealed class PostApplicationNotes : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/notes";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var application = request.Named<Applications>("application_id");
        request.Table<Applications>().AddNote(application, (string)request.Body["content"]!, request.Body.TryGetValue("title", out var title) ? title as string : null);
        request.Table<Applications>().ChangedWithCandidate(application);
        return Nothing();
    }
}
