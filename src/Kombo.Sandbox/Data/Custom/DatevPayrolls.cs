using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What people get in a payroll run, as it was prepared for DATEV.</summary>
internal sealed class DatevPayrolls : Table
{
    private const string Month = "month";

    /// <inheritdoc/>
    public override string Noun => "DATEV payroll";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <summary>Sets what an employee gets in a run. What was set for that month before is replaced.</summary>
    public void Set(Row employee, KomboMap body)
    {
        var month = MonthOf((string)((KomboMap)body["payroll_run"]!)["date"]!);
        foreach (var row in Of(employee.Id).Where(row => row.Text(Month) == month).ToList())
        {
            row["remote_deleted_at"] = Database.Now();
        }

        Add(new KomboMap(body) { ["id"] = NextId, ["employee_id"] = employee.Id, [Month] = month });
    }

    /// <summary>The file with all that was prepared for a month; null when there is nothing.</summary>
    public KomboMap? FileOf(string date)
    {
        var rows = Rows.Where(row => !row.IsDeleted && row.Text(Month) == MonthOf(date)).ToList();
        return rows.Count == 0 ? null : DatevFile.Make("Bewegungsdaten.txt", "Bewegungsdaten", rows.SelectMany(Lines));
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
    }

    private static string MonthOf(string date) => date.Substring(0, 7);

    private IEnumerable<string> Lines(Row row)
    {
        var number = Database.Get<Employees>().Find(row.Text("employee_id"))?.RemoteId;
        return Payments(row, "hourly_payments").Select(item => $"2;{number};{DatevFile.Text(item["hours"])};{DatevFile.Text(item["lohnart"])}")
            .Concat(Payments(row, "fixed_payments").Select(item => $"4;{number};{DatevFile.Text(item["amount"])};{DatevFile.Text(item["lohnart"])}"))
            .Concat(Payments(row, "custom_lodas").Select(item =>
                $"{DatevFile.Text(item["bearbeitungsschluessel"])};{number};{DatevFile.Text(item["amount"])};{DatevFile.Text(item["lohnart"])}"));
    }

    private static IEnumerable<KomboMap> Payments(Row row, string name) =>
        row[name] is KomboList<object?> items ? items.Cast<KomboMap>() : [];
}
