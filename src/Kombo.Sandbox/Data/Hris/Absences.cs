using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>When people are away: two years back, half a year ahead.</summary>
internal sealed class Absences : Table
{
    private const int Count = 3000;

    /// <inheritdoc/>
    public override string Noun => "absence";

    /// <inheritdoc/>
    public override string? UpdatedAt(Row row) => Later(base.UpdatedAt(row), Type(row)?.Text("changed_at"));

    /// <summary>Days from Monday to Friday between two days, both included.</summary>
    public static int WorkingDays(DateTime from, DateTime until)
    {
        var days = 0;
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            days += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return days;
    }

    /// <summary>Something new, asked for through the API.</summary>
    public Row Create(KomboMap fields)
    {
        var now = Database.Now();
        fields["id"] = NextId;
        fields["remote_id"] = RemoteIdOf(Rows.Count);
        fields["remote_created_at"] = now;
        fields["remote_updated_at"] = now;
        return Add(fields.Tracked(now));
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var employees = Database.Get<Employees>().Rows.Where(row => !row.IsDeleted && row.Text("employment_status") != "PENDING").ToArray();
        var types = Database.Get<AbsenceTypes>().Rows;
        for (var i = 0; i < Count; i++)
        {
            var random = new SeededRandom(Noun + i);
            Add(Make(i, random.Pick(employees), types[random.InThousand(500) ? 0 : random.Below(AbsenceTypes.Count)], random));
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => new(row.Fields) { ["type"] = Type(row)?.Fields };

    private static string RemoteIdOf(int index) => "abs-" + (50_000 + index).ToString(CultureInfo.InvariantCulture);

    private static string Status(int start, SeededRandom random) => random.Below(100) switch
    {
        < 4 => "DECLINED",
        < 8 => "CANCELLED",
        < 10 => "In Prüfung",
        _ => start > 0 && random.InThousand(500) ? "REQUESTED" : "APPROVED",
    };

    private Row? Type(Row row) => Database.Get<AbsenceTypes>().Find(row.Text("type_id"));

    private KomboMap Make(int index, Row employee, Row type, SeededRandom random)
    {
        var start = random.Between(-500, 180);
        while (Calendar.Date(start).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            start++;
        }

        var hours = type.Text("unit") == "HOURS";
        var end = hours ? start : start + random.Below(type.RemoteId == "parental" ? 200 : 14);
        var half = type["half_days_supported"] is true;
        var startHalf = half && random.InThousand(120);
        var from = random.Between(8, 14);
        var deleted = random.InThousand(15);
        var created = Calendar.At(Math.Min(start - random.Between(1, 60), -1), random.Below(3600));
        var changed = deleted ? Calendar.At(-random.Between(1, 13)) : created;
        return new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = random.InThousand(10) ? null : RemoteIdOf(index),
            ["employee_id"] = employee.Id,
            ["approver_id"] = random.InThousand(700) ? employee["manager_id"] : null,
            ["start_date"] = Calendar.Day(start),
            ["end_date"] = Calendar.Day(end),
            ["start_half_day"] = half ? startHalf : null,
            ["end_half_day"] = half ? false : null,
            ["start_time"] = hours ? $"{from:D2}:00:00" : null,
            ["end_time"] = hours ? $"{from + 2:D2}:30:00" : null,
            ["amount"] = hours ? 2.5 : WorkingDays(Calendar.Date(start), Calendar.Date(end)) - (startHalf ? 0.5 : 0),
            ["unit"] = type["unit"],
            ["status"] = deleted ? "DELETED" : Status(start, random),
            ["employee_note"] = random.InThousand(150) ? random.Pick(["Familienurlaub", "Back on Monday", "Please call me if urgent; otherwise wait", "Umzug 📦"]) : null,
            ["type_id"] = type.Id,
            ["remote_created_at"] = created,
            ["remote_updated_at"] = changed,
        }.Tracked(changed, deleted ? changed : null);
    }
}
