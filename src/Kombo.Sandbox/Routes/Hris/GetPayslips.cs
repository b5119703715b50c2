namespace Kombo.Sandbox;

/// <summary>GET hris/payslips.</summary>
internal sealed class GetPayslips : ListRoute<Payslips>
{
    /// <inheritdoc/>
    public override string Template => "hris/payslips";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.List("employee_ids", Payslips.EmployeeId),
        Filter.List("payrun_ids", Payslips.PayRunId),
        Filter.List("legal_entity_ids", (row, database) => [database.Get<PayRuns>().Find(row.Text(Payslips.PayRunId))?.Text("legal_entity_id")]),
    ];
}
