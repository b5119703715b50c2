using Kombo.Models;

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
}
