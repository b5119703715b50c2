namespace Kombo.Sandbox;

/// <summary>POST ats/candidates/{candidate_id}/result-links.</summary>
internal sealed class PostCandidateResultLinks : PostResultLinks
{
    /// <inheritdoc/>
    public override string Template => "ats/candidates/{candidate_id}/result-links";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var candidate = request.Named<Candidates>("candidate_id");
        Add(candidate, "candidates", request.Body);
        request.Table<Candidates>().Changed(candidate);
        return Nothing();
    }
}
