
namespace Kombo.Sandbox;

/// <summary>POST ats/applications/{application_id}/reject.</summary>
internal sealed class PostApplicationReject : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/reject";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var application = request.Named<Applications>("application_id");
        var reason = request.Table<RejectionReasons>().Require((string)request.Body["rejection_reason_id"]!, "rejection_reason_id");
        application["outcome"] = "DECLINED";
        application["rejection_reason_name"] = reason["name"];
        if (request.Body.TryGetValue("note", out var note))
        {
            request.Table<Applications>().AddNote(application, (string)note!);
        }

        request.Table<Applications>().ChangedWithCandidate(application);
        application["rejected_at"] = application["changed_at"];
        return Nothing();
    }
}
