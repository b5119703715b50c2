
namespace Kombo.Sandbox;

/// <summary>PATCH ats/applications/{application_id}/interviews: the interview is named in the body, and replaced as a whole.</summary>
internal sealed class PatchApplicationInterviews : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PATCH";

    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/interviews";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var application = request.Named<Applications>("application_id");
        var interview = request.Table<Interviews>().Require((string)request.Body["interview_id"]!, "interview_id");
        if (interview.Text("application_id") != application.Id)
        {
            throw SandboxException.Invalid($"'interview_id' is '{interview.Id}', an interview of another application.");
        }

        InterviewBody.Check(request);
        request.Table<Interviews>().Change(interview, request.Body);
        return Nothing();
    }
}
