using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/employees/{employee_id}/download-document.</summary>
internal sealed class PostDatevEmployeeDownloadDocument : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/download-document";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(Have("accounting_month", Must.Date), Have("document_type", FilledText));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request) => PostDatevDownloadDocument.Answer(request, DatevAccess.Employee(request));
}
