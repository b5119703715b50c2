using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ats/candidates: the older way to apply for a job, which answers with the candidate.</summary>
internal sealed class PostCandidates : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/candidates";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var wish = (KomboMap)request.Body["application"]!;
        var job = request.Table<Jobs>().RequireAny((string)wish["job_id"]!, "application.job_id");
        var application = PostJobApplications.Apply(request, job, wish);
        var candidates = request.Table<Candidates>();
        return new[] { candidates.Json(candidates.Find(application.Text("candidate_id"))!) };
    }
}
