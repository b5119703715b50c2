using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ai-apply/postings/{posting_id}/inquire.</summary>
internal sealed class PostPostingInquire : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/postings/{posting_id}/inquire";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var posting = request.Named<Postings>("posting_id");
        return posting.Text("availability") == "APPLYABLE"
            ? new KomboMap { ["application_form"] = PostingForms.Blocks(), ["submission_token"] = request.Table<PostingForms>().Create(posting).Id }
            : throw SandboxException.Invalid($"The posting is {posting.Text("availability")}; only APPLYABLE ones take applications.");
    }
}
