using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/employees/{employee_id}/eau-requests.</summary>
internal sealed class PostDatevEauRequests : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/eau-requests";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employee = DatevAccess.Employee(request);
        return new KomboMap { ["eau_id"] = request.Table<DatevEauRequests>().Ask(employee, (string)request.Body["start_work_incapacity"]!).Id };
    }
}
