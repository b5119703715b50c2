using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>PUT custom/datev/employees/{employee_id}/compensations.</summary>
internal sealed class PutDatevCompensations : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/compensations";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("effective_date", Must.Date),
        Have("compensations", ListOf(Be(
            Have("amount", Number),
            Have("currency", OneOf("EUR")),
            Have("period", OneOf("HOUR", "MONTH")),
            May("lohnart", Whole(1, 9999))))));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<DatevCompensations>().Set(DatevAccess.Employee(request), request.Body);
        return Nothing();
    }
}
