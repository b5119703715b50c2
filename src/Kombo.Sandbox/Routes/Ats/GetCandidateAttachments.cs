using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>GET ats/candidates/{candidate_id}/attachments: also those of the candidate's applications.</summary>
internal sealed class GetCandidateAttachments : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "ats/candidates/{candidate_id}/attachments";

    /// <inheritdoc/>
    public override bool IsAction => true;

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => new KomboMap
    {
        ["results"] = request.Table<Attachments>().OfCandidate(request.Named<Candidates>("candidate_id").Id).Select(file => new KomboMap(file.Without(Attachments.ChangedAt, Attachments.RemoteDeletedAt))
        {
            ["data_url"] = GetFile.Address(request.Raw.Root, file).AbsoluteUri,
        }),
    };
}
