using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The documents that were filed through the API. No operation reads them.</summary>
internal sealed class EmployeeDocuments : Table
{
    /// <inheritdoc/>
    public override string Noun => "document";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <summary>Files a document.</summary>
    public Row File(Row employee, Row category, KomboMap document) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["employee_id"] = employee.Id,
        ["category_id"] = category.Id,
        ["document"] = document,
    });

    /// <inheritdoc/>
    protected override void Seed()
    {
        // The drawers are empty at first.
    }
}
