
namespace Kombo.Sandbox;

/// <summary>PUT custom/datev/employees/{employee_id}/compensations.</summary>
internal sealed class PutDatevCompensations : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PUT";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/compensations";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        request.Table<DatevCompensations>().Set(DatevAccess.Employee(request), request.Body);
        return Nothing();
    }
}
