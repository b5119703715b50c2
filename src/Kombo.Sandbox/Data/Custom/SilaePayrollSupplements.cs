using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The supplements that were added in Silae.</summary>
internal sealed class SilaePayrollSupplements : Table
{
    /// <inheritdoc/>
    public override string Noun => "payroll supplement";

    /// <summary>Adds one.</summary>
    public void Create(Row employee, KomboMap body)
    {
        Database.Now();
        Add(new KomboMap(body) { ["id"] = NextId, ["employee_id"] = employee.Id });
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
    }
}
