
namespace Kombo.Sandbox;

/// <summary>POST custom/datev/employees/{employee_id}/download-document.</summary>
internal sealed class PostDatevEmployeeDownloadDocument : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/download-document";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => PostDatevDownloadDocument.Answer(request, DatevAccess.Employee(request));
}
