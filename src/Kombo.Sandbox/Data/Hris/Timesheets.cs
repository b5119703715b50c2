using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>When the people who are paid by the hour worked: the last three weeks.</summary>
internal sealed class Timesheets : Table
{
    private const int Days = 21;

    /// <inheritdoc/>
    public override string Noun => "timesheet";

    /// <inheritdoc/>
    protected override string? Owner => "employee_id";

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var employee in Database.Get<Employees>().Rows)
        {
            if (employee.IsDeleted || employee.Text("employment_status") != "ACTIVE" || employee.Text("employment_type") is not ("WORKING_STUDENT" or "Zeitarbeit" or "APPRENTICESHIP"))
            {
                continue;
            }

            for (var day = -Days; day < 0; day++)
            {
                var random = new SeededRandom(string.Format(CultureInfo.InvariantCulture, "{0}{1}{2}", Noun, employee.Id, day));
                if (Calendar.Date(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && random.InThousand(700))
                {
                    Add(employee, day, random);
                }
            }
        }
    }

    /// <summary>Hours from UTC at a place on a day; null where the tool does not tell.</summary>
    private int? Offset(Row employee, int day)
    {
        var isSummer = Calendar.Date(day) < new DateTime(2026, 10, 25, 0, 0, 0, DateTimeKind.Utc);
        return Database.Get<Locations>().Find(employee.Text("work_location_id"))?.Text("name") switch
        {
            "London" => isSummer ? 1 : 0,
            "New York" => Calendar.Date(day) < new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) ? -4 : -5,
            "Remote" or null => null,
            _ => isSummer ? 2 : 1,
        };
    }

    private void Add(Row employee, int day, SeededRandom random)
    {
        var offset = Offset(employee, day);
        var minutes = random.Between(180, 500);
        var start = ((random.Between(7, 11) - (offset ?? 0)) * 3600) + (random.Below(60) * 60) - (8 * 3600);
        var hasBreak = minutes > 360;
        var forgotten = random.InThousand(20);
        var status = forgotten ? "PENDING" : random.Pick(["APPROVED", "APPROVED", "APPROVED", "PENDING", "REJECTED", "In Klärung"]);
        var deleted = random.InThousand(10) ? Calendar.At(-random.Between(1, 3)) : null;
        Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = random.InThousand(20) ? null : string.Format(CultureInfo.InvariantCulture, "ts-{0}", 80_000 + Rows.Count),
            ["employee_id"] = employee.Id,
            ["started_at"] = Calendar.At(day, start),
            ["ended_at"] = forgotten ? null : Calendar.At(day, start + (minutes * 60)),
            ["timezone"] = offset is { } hours ? string.Format(CultureInfo.InvariantCulture, "{0}{1:D2}:00", hours < 0 ? "-" : "+", Math.Abs(hours)) : null,
            ["payable_hours"] = forgotten || random.InThousand(300) ? null : Math.Round((minutes - (hasBreak ? 30 : 0)) / 60.0, 2),
            ["unpaid_break_minutes"] = hasBreak ? 30 : 0,
            ["breaks"] = hasBreak
                ? Parts.List(new KomboMap { ["started_at"] = Calendar.At(day, start + (180 * 60)), ["ended_at"] = Calendar.At(day, start + (210 * 60)), ["paid"] = false })
                : random.InThousand(500) ? Parts.List() : null,
            ["approval_status"] = random.InThousand(50) ? null : status,
            ["approved_at"] = status == "APPROVED" ? Calendar.At(day + 1, random.Below(3600)) : null,
            ["comment"] = forgotten ? "Ausstempeln vergessen" : null,
            ["custom_fields"] = null,
            ["integration_fields"] = Parts.List(),
        }.Tracked(deleted ?? Calendar.At(day, start + (minutes * 60) + random.Below(3600)), deleted));
    }
}
