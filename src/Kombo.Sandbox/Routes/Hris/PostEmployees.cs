
namespace Kombo.Sandbox;

/// <summary>POST hris/employees.</summary>
internal sealed class PostEmployees : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/employees";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var fields = EmployeeBody.Fields(request, null);
        fields["display_full_name"] = $"{fields["first_name"]} {fields["last_name"]}";
        fields["employment_status"] = fields.TryGetValue("start_date", out var start) && string.CompareOrdinal((string)start!, Calendar.At(request.Database.Today)) > 0 ? "PENDING" : "ACTIVE";
        return request.Table<Employees>().Hire(fields).Without(Employees.GroupIds);
    }
}
