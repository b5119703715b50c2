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

    /// <summary>The contract of someone new.</summary>
    public void Sign(Row employee)
    {
        Contract(employee);
        Changed(Rows[Rows.Count - 1]);
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var employee in Database.Get<Employees>().Rows)
        {
            var random = Contract(employee);
            if (random.InThousand(250))
            {
                Add(employee, "Trainee", Calendar.Midnight(-4300 - random.Below(700)), random.Between(1000, 2500), random);
            }
        }
    }

    private SeededRandom Contract(Row employee)
    {
        var random = new SeededRandom(Noun + employee.Id);
        Add(employee, employee.Text("job_title"), employee.Text("start_date"), random.Between(3000, 9500), random);
        return random;
    }

    private void Add(Row employee, string? title, string? start, int monthly, SeededRandom random)
    {
        var hourly = employee.Text("employment_type") is "WORKING_STUDENT" or "Zeitarbeit";
        Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = random.InThousand(50) ? null : employee.RemoteId + "-" + Rows.Count.ToString(CultureInfo.InvariantCulture),
            ["employee_id"] = employee.Id,
            ["job_title"] = title,
            ["pay_rate"] = random.InThousand(50) ? null : hourly ? 14.5 + random.Below(8) : monthly,
            ["pay_period"] = hourly ? "HOUR" : "MONTH",
            ["pay_frequency"] = random.InThousand(20) ? "zum Monatsende" : "MONTHLY",
            ["employment_type"] = employee["employment_type"],
            ["pay_currency"] = "EUR",
            ["effective_date"] = start,
            ["changed_at"] = Calendar.Changed(random),
            ["remote_deleted_at"] = null,
            ["remote_data"] = null,
            ["custom_fields"] = random.InThousand(100) ? new KomboMap { ["collective_agreement"] = "IT-" + random.Between(1, 9).ToString(CultureInfo.InvariantCulture) } : [],
            ["integration_fields"] = Parts.List(),
        });
    }
}
