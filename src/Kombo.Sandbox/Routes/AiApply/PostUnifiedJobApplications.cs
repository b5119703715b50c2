
namespace Kombo.Sandbox;

/// <summary>POST ai-apply/unified-api/jobs/{job_id}/applications.</summary>
internal sealed class PostUnifiedJobApplications : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ai-apply/unified-api/jobs/{job_id}/applications";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var posting = request.Table<Postings>().RequireAny(request.Segments["job_id"], "job_id");
        var jobs = request.Table<Jobs>();
        var job = jobs.Find(posting.Text("job_id")) ?? jobs.Rows.First(row => !row.IsDeleted && row.Text("status") == "OPEN");
        return request.Table<Applications>().Own(PostJobApplications.Apply(request, job, request.Body));
    }
}
