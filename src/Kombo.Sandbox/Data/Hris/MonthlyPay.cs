using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What an employee gets for a month: the pay runs add it up, and the payslips show it.</summary>
internal sealed record MonthlyPay(string Currency, decimal Salary, decimal Bonus, decimal Tax, decimal Insurance, decimal Allowance)
{
    private const decimal UsualSalary = 3200m;

    private const int HoursAMonth = 80;

    public decimal Gross => Salary + Bonus;

    public decimal Net => Gross - Tax - Insurance;

    public decimal Paid => Net + Allowance;

    /// <summary>The pay of an employee for the month that begins on a day; null when there is none.</summary>
    public static MonthlyPay? Of(Database database, Row employee, DateTime month)
    {
        var begins = Bound(month);
        var ends = Bound(month.AddMonths(1));
        if (employee.IsDeleted
            || string.CompareOrdinal(employee.Text("start_date"), ends) >= 0
            || (employee.Text("termination_date") is { } last && string.CompareOrdinal(last, begins) < 0)
            || database.Get<Employments>().Of(employee.Id).FirstOrDefault() is not { } employment)
        {
            return null;
        }

        var random = new SeededRandom("pay " + employee.Id);
        var hours = employment.Text("pay_period") == "HOUR" ? HoursAMonth : 1;
        var salary = employment["pay_rate"] is { } rate ? Convert.ToDecimal(rate, CultureInfo.InvariantCulture) * hours : UsualSalary;
        var bonus = random.InThousand(100) && month.Month == 10 ? 500m : 0m;
        return new MonthlyPay(
            employment.Text("pay_currency")!,
            salary,
            bonus,
            Math.Round((salary + bonus) * 0.187m, 2),
            Math.Round(salary * 0.2045m, 2),
            random.InThousand(300) ? 49m : 0m);
    }

    /// <summary>An amount as the API writes it.</summary>
    public static KomboMap Money(string currency, decimal value) => new() { ["currency"] = currency, ["value"] = value };

    private static string Bound(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
