using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What each employee got in each pay run.</summary>
internal sealed class Payslips : Table
{
    /// <summary>Whose payslip it is. It is not sent.</summary>
    public const string EmployeeId = "employee_id";

    /// <summary>The pay run that it belongs to. It is not sent.</summary>
    public const string PayRunId = "pay_run_id";

    /// <summary>What was paid, whatever becomes of the employee afterwards. It is not sent.</summary>
    private const string Amounts = "amounts";

    /// <inheritdoc/>
    public override string Noun => "payslip";

    /// <inheritdoc/>
    protected override string? Owner => EmployeeId;

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var employee = Database.Get<Employees>().FindEver(row.Text(EmployeeId))!;
        var payRun = Database.Get<PayRuns>().Find(row.Text(PayRunId))!;
        var pay = (MonthlyPay)row[Amounts]!;
        var months = PayRuns.MonthOf(payRun).Month;

        // One of the companies pays with a tool that does not add up the year.
        var hasYear = !payRun.RemoteId!.StartsWith("le-4-", StringComparison.Ordinal);

        KomboMap? Year(decimal value) => hasYear ? MonthlyPay.Money(pay.Currency, value * months) : null;

        KomboMap Line(int position, string code, string name, decimal value) => new()
        {
            ["id"] = Ids.Make("line of payslip " + row.Id, position),
            ["remote_id"] = $"{row.RemoteId}-{position}",
            ["name"] = name,
            ["pay_code"] = new KomboMap { ["remote_id"] = code, ["remote_label"] = name },
            ["amount"] = MonthlyPay.Money(pay.Currency, value),
            ["amount_ytd"] = code == "2100" ? null : Year(value),
            ["custom_fields"] = null,
        };

        List<object?> lines = [Line(1, "1000", "Gehalt", pay.Salary), Line(2, "5000", "Lohnsteuer", -pay.Tax), Line(3, "5100", "Sozialversicherung", -pay.Insurance)];
        if (pay.Bonus > 0)
        {
            lines.Add(Line(lines.Count + 1, "2100", "Prämie", pay.Bonus));
        }

        if (pay.Allowance > 0)
        {
            lines.Add(Line(lines.Count + 1, "3000", "Deutschlandticket", pay.Allowance));
        }

        return new KomboMap(row.Without(EmployeeId, PayRunId, Amounts))
        {
            ["totals"] = new KomboMap
            {
                ["gross_pay"] = MonthlyPay.Money(pay.Currency, pay.Gross),
                ["net_pay"] = MonthlyPay.Money(pay.Currency, pay.Net),
                ["paid_amount"] = MonthlyPay.Money(pay.Currency, pay.Paid),
                ["gross_pay_ytd"] = Year(pay.Gross),
                ["net_pay_ytd"] = Year(pay.Net),
                ["paid_amount_ytd"] = Year(pay.Paid),
            },
            ["employee"] = employee.Pick("id", "remote_id", "first_name", "last_name", "display_full_name", "work_email", "remote_deleted_at"),
            ["pay_run"] = payRun.Pick("id", "remote_id", "start_date", "end_date", "legal_entity_id"),
            ["line_items"] = new KomboList<object?>(lines),
        };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var payRun in Database.Get<PayRuns>().Rows)
        {
            var month = PayRuns.MonthOf(payRun);
            foreach (var employee in Database.Get<Employees>().Rows)
            {
                if (employee["legal_entity_id"] is string entity && entity == payRun.Text("legal_entity_id") && MonthlyPay.Of(Database, employee, month) is { } pay)
                {
                    Add(new KomboMap
                    {
                        ["id"] = NextId,
                        ["remote_id"] = $"{payRun.RemoteId}-{employee.RemoteId}",
                        ["custom_fields"] = null,
                        ["changed_at"] = payRun["changed_at"],
                        ["remote_deleted_at"] = null,
                        [EmployeeId] = employee.Id,
                        [PayRunId] = payRun.Id,
                        [Amounts] = pay,
                    });
                }
            }
        }
    }
}
