using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ai-apply/apply.</summary>
internal sealed class PostApply : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/apply";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var body = request.Body;
        var form = request.Table<PostingForms>().Require((string)body["submission_token"]!, "submission_token");
        if (form["is_used"] is true)
        {
            throw SandboxException.Invalid("The submission token has been used already. Ask for the form again.");
        }

        if (body.ContainsKey("additional_clicks_scatter_duration") && !body.ContainsKey("additional_clicks"))
        {
            throw SandboxException.Invalid("'additional_clicks_scatter_duration' is for 'additional_clicks', which is missing.");
        }

        PostingForms.Check(((KomboList<object?>)body["screening_question_answers"]!).Cast<KomboMap>().ToList());
        form["is_used"] = form[PostingForms.IsReusable] is false;
        var posting = request.Table<Postings>().Require(form.Text("posting_id")!, "submission_token");
        var application = request.Table<AiApplyApplications>().Create(posting, (string)body["candidate_email"]!);
        return new KomboMap
        {
            ["id"] = application.Id,
            ["posting_id"] = posting.Id,
            ["status"] = "PENDING",
            ["created_at"] = application["created_at"],
            ["updated_at"] = application["updated_at"],
        };
    }
}
