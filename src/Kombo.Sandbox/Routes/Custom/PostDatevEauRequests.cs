using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST custom/datev/employees/{employee_id}/eau-requests.</summary>
internal sealed class PostDatevEauRequests : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "custom/datev/employees/{employee_id}/eau-requests";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("start_work_incapacity", Like(@"^\d{4}-\d{2}-\d{2}$")),
        May("notification", Be(Have("email", Mail))),
        May("contact_person", Be(
            Have("gender", OneOf("M", "W", "X", "D")),
            Have("name", UpTo(30)),
            Have("telephone", UpTo(20)),
            Have("fax", UpTo(20)),
            Have("email", Mail),
            Have("company_name", UpTo(90)),
            Have("postal_code", UpTo(10)),
            Have("city", UpTo(34)),
            Have("street", UpTo(33)),
            Have("house_number", UpTo(9)))));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employee = DatevAccess.Employee(request);
        return new KomboMap { ["eau_id"] = request.Table<DatevEauRequests>().Ask(employee, (string)request.Body["start_work_incapacity"]!).Id };
    }
}
