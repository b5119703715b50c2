using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST hris/employees/{employee_id}/documents.</summary>
internal sealed class PostEmployeeDocuments : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/employees/{employee_id}/documents";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employee = request.Named<Employees>("employee_id");
        var category = request.Table<EmployeeDocumentCategories>().Require((string)request.Body["category_id"]!, "category_id");
        request.Table<EmployeeDocuments>().File(employee, category, (KomboMap)request.Body["document"]!);
        return Nothing();
    }
}
