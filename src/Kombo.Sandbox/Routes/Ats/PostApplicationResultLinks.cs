namespace Kombo.Sandbox;

/// <summary>POST ats/applications/{application_id}/result-links.</summary>
internal sealed class PostApplicationResultLinks : PostResultLinks
{
    /// <inheritdoc/>
    public override string Template => "ats/applications/{application_id}/result-links";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var application = request.Named<Applications>("application_id");
        Add(application, "applications", request.Body);
        request.Table<Applications>().ChangedWithCandidate(application);
        return Nothing();
    }
}
