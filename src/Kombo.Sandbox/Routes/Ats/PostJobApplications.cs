using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST ats/jobs/{job_id}/applications.</summary>
internal sealed class PostJobApplications : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/jobs/{job_id}/applications";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var job = request.Table<Jobs>().RequireAny(request.Segments["job_id"], "job_id");
        var application = Apply(request, job, request.Body);
        var table = request.Table<Applications>();
        return table.Own(application);
    }

    /// <summary>What this operation and the older way over the candidate do.</summary>
    /// <param name="request">The request.</param>
    /// <param name="job">The job.</param>
    /// <param name="wish">What may hold the stage to begin in.</param>
    public static Row Apply(SandboxRequest request, Row job, KomboMap wish)
    {
        if (job.Text("status") != "OPEN")
        {
            throw new SandboxException("ATS.JOB_CLOSED", $"The job '{job.Text("name")}' is {job.Text("status")} and takes no applications.");
        }

        if (request.Body.TryGetValue("sourced_by", out var sourced))
        {
            request.Table<AtsUsers>().RequireAny((string)((KomboMap)sourced!)["user_id"]!, "sourced_by.user_id");
        }

        var given = (KomboMap)request.Body["candidate"]!;
        var mail = (string)given["email_address"]!;
        var known = request.Table<Candidates>().Rows.Find(row => !row.IsDeleted && Candidates.Mails(row).Contains(mail, StringComparer.OrdinalIgnoreCase));
        if (known is not null && request.Table<Applications>().Of(known.Id).Any(row => row.Text("job_id") == job.Id))
        {
            throw new SandboxException("ATS.APPLICATION_ALREADY_EXISTS", $"{mail} has already applied for the job '{job.Text("name")}'.");
        }

        var stage = wish.ContainsKey("stage_id") ? PutApplicationStage.StageOf(request, wish, job.Id) : request.Table<Stages>().Of(job.Id).First();
        var answers = CandidateBody.Answers(request, job);
        var candidate = known ?? request.Table<Candidates>().Create(CandidateBody.Fields(given));
        var application = request.Table<Applications>().Create(job, candidate, stage, answers);
        if (request.Body.TryGetValue("attachments", out var files))
        {
            foreach (var file in ((KomboList<object?>)files!).Cast<KomboMap>())
            {
                request.Table<Attachments>().Attach(application, file);
            }
        }

        return application;
    }
}
