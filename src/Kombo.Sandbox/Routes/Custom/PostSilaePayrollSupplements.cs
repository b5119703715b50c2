using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST custom/silae/employees/{employee_id}/payroll-supplements.</summary>
internal sealed class PostSilaePayrollSupplements : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/silae/employees/{employee_id}/payroll-supplements";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("supplement_code", Text),
        Have("effective_date", Must.Date),
        May("element_amount", Number),
        May("element_string", Text));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employee = request.Table<Employees>().RequireAny(request.Segments["employee_id"], "employee_id");
        request.Table<SilaePayrollSupplements>().Create(employee, request.Body);
        return Nothing();
    }
}
