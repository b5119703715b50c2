namespace Kombo.Sandbox;

/// <summary>PATCH hris/employees/{employee_id}.</summary>
internal sealed class PatchEmployee : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PATCH";

    /// <inheritdoc/>
    public override string Template => "hris/employees/{employee_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employees = request.Table<Employees>();
        var employee = employees.RequireAny(request.Segments["employee_id"], "employee_id");
        var fields = EmployeeBody.Fields(request, employee);
        foreach (var field in fields)
        {
            employee[field.Key] = field.Value;
        }

        if (fields.ContainsKey("first_name") || fields.ContainsKey("last_name"))
        {
            employee["display_full_name"] = $"{employee.Text("first_name")} {employee.Text("last_name")}";
        }

        employees.Changed(employee);
        foreach (var report in employees.Rows.Where(row => row.Text("manager_id") == employee.Id))
        {
            report.Invalidate();
        }

        foreach (var review in request.Table<PerformanceReviews>().Rows.Where(row => row.Text("reviewee_id") == employee.Id || row.Text("reviewer_id") == employee.Id))
        {
            review.Invalidate();
        }

        foreach (var payslip in request.Table<Payslips>().Of(employee.Id))
        {
            payslip.Invalidate();
        }

        return employee.Without(Employees.GroupIds, "custom_fields", "integration_fields");
    }
}
