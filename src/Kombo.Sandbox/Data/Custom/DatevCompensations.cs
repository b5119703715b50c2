using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What people are paid regularly, as it was set for DATEV.</summary>
internal sealed class DatevCompensations : Table
{
    /// <inheritdoc/>
    public override string Noun => "DATEV compensation";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <summary>Sets all of an employee's compensations from a day on. Those there were end.</summary>
    public void Set(Row employee, KomboMap body)
    {
        foreach (var row in Of(employee.Id).ToList())
        {
            row["remote_deleted_at"] = Database.Now();
        }

        foreach (var item in ((KomboList<object?>)body["compensations"]!).Cast<KomboMap>())
        {
            Add(new KomboMap(item) { ["id"] = NextId, ["employee_id"] = employee.Id, ["effective_date"] = body["effective_date"] });
        }
    }

    /// <summary>The rows of a file for DATEV.</summary>
    public IEnumerable<string> Lines(Row employee) => Of(employee.Id).Select(row => string.Join(
        ";", new[] { "3", employee.RemoteId, row["lohnart"], row["amount"], row["period"], row["effective_date"] }.Select(DatevFile.Text)));

    /// <inheritdoc/>
    protected override void Seed()
    {
    }
}
