using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>DELETE ats/candidates/{candidate_id}/tags: by name, and without complaint if the tag is not there.</summary>
internal sealed class DeleteCandidateTags : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "DELETE";

    /// <inheritdoc/>
    public override string Template => "ats/candidates/{candidate_id}/tags";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var candidate = request.Named<Candidates>("candidate_id");
        var name = (string)((KomboMap)request.Body["tag"]!)["name"]!;
        var tag = request.Table<Tags>().Rows.Find(row => row.Text("name") == name);
        var tags = (KomboList<object?>)candidate[Candidates.TagIds]!;
        if (tag is not null && tags.Contains(tag.Id))
        {
            request.Table<Candidates>().Retag(candidate, tags.Where(id => !Equals(id, tag.Id)));
        }

        return Nothing();
    }
}
