namespace Kombo.Sandbox;

/// <summary>POST ats/custom/avionte/synced-jobs. The list cannot be read, and this company does not use Avionté: nothing is kept.</summary>
internal sealed class PostAvionteSyncedJobs : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "ats/custom/avionte/synced-jobs";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => Nothing();
}
