
namespace Kombo.Sandbox;

/// <summary>DELETE integrations/{integration_id}.</summary>
internal sealed class DeleteIntegration : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "DELETE";

    /// <inheritdoc/>
    public override string Template => "integrations/{integration_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<Integrations>().Named(request.Segments["integration_id"])["remote_deleted_at"] = request.Database.Now();
        return Nothing();
    }
}
