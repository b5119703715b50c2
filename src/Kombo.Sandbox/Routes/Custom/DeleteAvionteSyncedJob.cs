
namespace Kombo.Sandbox;

/// <summary>DELETE ats/custom/avionte/synced-jobs/{job_remote_id}. See <see cref="PostAvionteSyncedJobs"/>.</summary>
internal sealed class DeleteAvionteSyncedJob : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "DELETE";

    /// <inheritdoc/>
    public override string Template => "ats/custom/avionte/synced-jobs/{job_remote_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => Nothing();
}
