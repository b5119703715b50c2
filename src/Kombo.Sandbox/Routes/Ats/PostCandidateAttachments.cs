using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ats/candidates/{candidate_id}/attachments.</summary>
internal sealed class PostCandidateAttachments : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/candidates/{candidate_id}/attachments";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var candidate = request.Named<Candidates>("candidate_id");
        request.Table<Attachments>().AttachToCandidate(candidate, (KomboMap)request.Body["attachment"]!);
        request.Table<Candidates>().Changed(candidate);
        return Nothing();
    }
}
