
namespace Kombo.Sandbox;

/// <summary>POST ats/applications/{application_id}/interviews: the answer does not even tell the id.</summary>
internal sealed class PostApplicationInterviews : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/interviews";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var application = request.Named<Applications>("application_id");
        InterviewBody.Check(request);
        request.Table<Interviews>().Create(application, request.Body);
        return Nothing();
    }
}
