
namespace Kombo.Sandbox;

/// <summary>POST custom/silae/employees/{employee_id}/payroll-supplements.</summary>
internal sealed class PostSilaePayrollSupplements : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/silae/employees/{employee_id}/payroll-supplements";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employee = request.Table<Employees>().RequireAny(request.Segments["employee_id"], "employee_id");
        request.Table<SilaePayrollSupplements>().Create(employee, request.Body);
        return Nothing();
    }
}
