using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>PUT custom/datev/employees/{employee_id}/prepare-payroll.</summary>
internal sealed class PutDatevPreparePayroll : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/prepare-payroll";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("payroll_run", Be(Have("date", Must.Date))),
        Have("hourly_payments", ListOf(Be(Have("hours", Number), Have("lohnart", Number)))),
        Have("fixed_payments", ListOf(Be(Have("amount", Number), Have("lohnart", Number)))),
        May("custom_lodas", ListOf(Be(Have("amount", Number), Have("lohnart", Number), Have("bearbeitungsschluessel", Number)))));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<DatevPayrolls>().Set(DatevAccess.Employee(request), request.Body);
        return Nothing();
    }
}
