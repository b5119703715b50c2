using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>PUT ats/applications/{application_id}/stage.</summary>
internal sealed class PutApplicationStage : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/stage";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var application = request.Named<Applications>("application_id");
        var stage = StageOf(request, request.Body, application.Text("job_id"));
        application["current_stage_id"] = stage.Id;
        request.Table<Applications>().ChangedWithCandidate(application);
        return Nothing();
    }

    /// <summary>The stage in the body or in a part of it, which must be one of the job.</summary>
    public static Row StageOf(SandboxRequest request, KomboMap body, string? jobId)
    {
        var id = (string)body["stage_id"]!;
        var stages = request.Table<Stages>();
        if (FailureTrigger.Is(id))
        {
            return stages.Of(jobId!).First();
        }

        var stage = stages.Require(id, "stage_id");
        return stage.Text(Stages.JobId) == jobId ? stage : throw SandboxException.Invalid($"'stage_id' is '{id}', a stage of another job.");
    }
}
