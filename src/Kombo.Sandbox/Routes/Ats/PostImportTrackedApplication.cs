using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST ats/import-tracked-application: one tool's identifiers, in one of the forms that the tool has.</summary>
internal sealed class PostImportTrackedApplication : SandboxRoute
{
    private const string TrackedAt = "tracked_at";

    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/import-tracked-application";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        May("erecruiter", Either(
            By("application_and_job_remote_ids", "application_remote_id", "job_remote_id"),
            By("application_and_candidate_remote_ids", "candidate_remote_id", "application_remote_id"))),
        May("successfactors", By("application_remote_id", "application_remote_id")),
        May("recruitee", By("placement_id", "placement_id")),
        May("greenhouse", By("application_id", "application_id")),
        May("onlyfy", By("application_id", "application_id")),
        May("smartrecruiters", By("candidate_and_job_remote_ids", "candidate_remote_id", "job_remote_id")),
        Have(TrackedAt, Null(Must.Date)));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var identifiers = new KomboMap(request.Body.Where(member => member.Key != TrackedAt));
        if (identifiers.Count != 1)
        {
            throw SandboxException.Invalid("The body must have the identifiers of exactly one tool.");
        }

        var trackedAt = request.Body[TrackedAt] is string text ? Calendar.Moment(text) : null;
        return request.Table<TrackedApplications>().Track(identifiers, trackedAt).Pick("id", TrackedAt, "imported_id");
    }

    private static Check By(string idType, params string[] members) =>
        Be([Have("id_type", OneOf(idType)), .. members.Select(member => Have(member, FilledText))]);
}
