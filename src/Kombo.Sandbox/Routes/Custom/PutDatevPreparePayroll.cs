
namespace Kombo.Sandbox;

/// <summary>PUT custom/datev/employees/{employee_id}/prepare-payroll.</summary>
internal sealed class PutDatevPreparePayroll : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/prepare-payroll";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<DatevPayrolls>().Set(DatevAccess.Employee(request), request.Body);
        return Nothing();
    }
}
