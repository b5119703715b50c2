using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ats/candidates/{candidate_id}/tags.</summary>
internal sealed class PostCandidateTags : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/candidates/{candidate_id}/tags";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var candidate = request.Named<Candidates>("candidate_id");
        var tag = request.Table<Tags>().Named((string)((KomboMap)request.Body["tag"]!)["name"]!);
        var tags = (KomboList<object?>)candidate[Candidates.TagIds]!;
        if (!tags.Contains(tag.Id))
        {
            request.Table<Candidates>().Retag(candidate, tags.Concat([tag.Id]));
        }

        return Nothing();
    }
}
