namespace Kombo.Sandbox;

/// <summary>GET hris/employee-document-categories.</summary>
internal sealed class GetEmployeeDocumentCategories : ListRoute<EmployeeDocumentCategories>
{
    /// <inheritdoc/>
    public override string Template => "hris/employee-document-categories";
}
