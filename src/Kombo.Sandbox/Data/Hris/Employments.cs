using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The contracts of the employees, also earlier ones.</summary>
internal sealed class Employments : Table
{
    /// <inheritdoc/>
    public override string Noun => "employment";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <inheritdoc/>
    protected override void Fill()
    {
        foreach (var employee in Company.Get<Employees>().Rows)
        {
            var dice = new Dice(Noun + employee.Id);
            Add(employee, employee.Text("job_title"), employee.Text("start_date"), dice.Between(3000, 9500), dice);
            if (dice.InThousand(250))
            {
                Add(employee, "Trainee", Calendar.Midnight(-4300 - dice.Below(700)), dice.Between(1000, 2500), dice);
            }
        }
    }

    private void Add(Row employee, string? title, string? start, int monthly, Dice dice)
    {
        var hourly = employee.Text("employment_type") is "WORKING_STUDENT" or "Zeitarbeit";
        Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = dice.InThousand(50) ? null : employee.RemoteId + "-" + Rows.Count.ToString(CultureInfo.InvariantCulture),
            ["employee_id"] = employee.Id,
            ["job_title"] = title,
            ["pay_rate"] = dice.InThousand(50) ? null : hourly ? 14.5 + dice.Below(8) : monthly,
            ["pay_period"] = hourly ? "HOUR" : "MONTH",
            ["pay_frequency"] = dice.InThousand(20) ? "zum Monatsende" : "MONTHLY",
            ["employment_type"] = employee["employment_type"],
            ["pay_currency"] = "EUR",
            ["effective_date"] = start,
            ["changed_at"] = Calendar.Changed(dice),
            ["remote_deleted_at"] = null,
            ["remote_data"] = null,
            ["custom_fields"] = dice.InThousand(100) ? new KomboMap { ["collective_agreement"] = "IT-" + dice.Between(1, 9).ToString(CultureInfo.InvariantCulture) } : [],
            ["integration_fields"] = Parts.List(),
        });
    }
}
