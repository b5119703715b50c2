using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>A day among the employees: some join, leave and move, and are absent; groups and places get other names.</summary>
internal sealed class HrisDay(Database database) : Day(database, "hris")
{
    /// <summary>How many days after the last one an employee stays in the tool.</summary>
    private const int DaysAfterLeaving = 30;

    private readonly Employees _employees = database.Get<Employees>();
    private readonly Absences _absences = database.Get<Absences>();
    private readonly TimeOffBalances _balances = database.Get<TimeOffBalances>();
    private readonly Groups _groups = database.Get<Groups>();

    /// <inheritdoc/>
    public override void Pass()
    {
        Begin();
        Remove();
        Times(Random.Between(1, 3), () => _employees.Join(Today, Random));
        Times(Random.Between(1, 2), GiveNotice);
        End();
        Times(Random.Between(1, 3), ChangeTeam);
        Times(1, ChangeManager);
        Times(1, ChangePlace);
        Times(Random.Between(0, 2), Promote);
        Times(Random.Between(3, 6), Ask);
        Times(Random.Between(2, 5), Decide);
        Times(1, Withdraw);
        Times(Random.Between(1, 3), ApproveHours);
        Every(3, 0, RenameGroup);
        Every(10, 6, Merge);
        Every(20, 9, RenamePlace);
        Every(25, 12, RenameAbsenceType);
    }

    private bool IsThere(Row employee) => employee.Text("employment_status") == "ACTIVE";

    /// <summary>Whose first day it is.</summary>
    private void Begin()
    {
        foreach (var employee in Those(row => row.Text("employment_status") == "PENDING" && IsOver(row.Text("start_date"), Today)))
        {
            employee["employment_status"] = "ACTIVE";
            _employees.Changed(employee);
        }
    }

    /// <summary>Those who announced it leave; who reported to them reports to their manager.</summary>
    private void End()
    {
        foreach (var leaver in Those(row => IsThere(row) && IsOver(row.Text("termination_date"), Today)))
        {
            leaver["employment_status"] = "INACTIVE";
            _employees.Changed(leaver);
            foreach (var report in Those(row => row.Text("manager_id") == leaver.Id))
            {
                report["manager_id"] = leaver["manager_id"];
                _employees.Changed(report);
            }
        }
    }

    /// <summary>Those who left a while ago are deleted, with what belongs to them.</summary>
    private void Remove()
    {
        foreach (var leaver in Those(row => row.Text("employment_status") == "INACTIVE" && IsOver(row.Text("termination_date"), Today - DaysAfterLeaving)))
        {
            foreach (var table in new Table[] { Database.Get<Employments>(), _balances, Database.Get<Timesheets>() })
            {
                table.Of(leaver.Id).ToList().ForEach(table.Delete);
            }

            _absences.Rows.Where(row => !row.IsDeleted && row.Text("employee_id") == leaver.Id).ToList().ForEach(_absences.Delete);
            _employees.Delete(leaver);
        }
    }

    private void GiveNotice()
    {
        if (Any(_employees, row => IsThere(row) && row["manager_id"] is not null && row["termination_date"] is null) is { } leaver)
        {
            leaver["termination_date"] = Calendar.Midnight(Today + (Random.InThousand(500) ? 0 : Random.Between(14, 90)));
            _employees.Changed(leaver);
        }
    }

    private void ChangeTeam()
    {
        if (Any(_employees, IsThere) is { } mover && Any(_groups, row => row.Text("type") == "TEAM") is { } team)
        {
            _employees.Regroup(mover, ids => ids.Where(id => _groups.Find(id)?.Text("type") is not ("TEAM" or "DEPARTMENT")).Prepend(team.Id).Prepend(team.Text("parent_id")!));
        }
    }

    private void ChangeManager()
    {
        var managers = new HashSet<string?>(_employees.Rows.Where(row => !row.IsDeleted).Select(row => row.Text("manager_id")), StringComparer.Ordinal);
        if (Any(_employees, row => IsThere(row) && !managers.Contains(row.Id)) is { } mover && Any(_employees, row => IsThere(row) && managers.Contains(row.Id)) is { } manager)
        {
            mover["manager_id"] = manager.Id;
            _employees.Changed(mover);
        }
    }

    private void ChangePlace()
    {
        if (Any(_employees, IsThere) is { } mover && Any(Database.Get<Locations>(), row => row.Id != mover.Text("work_location_id")) is { } place)
        {
            mover["work_location_id"] = place.Id;
            _employees.Changed(mover);
        }
    }

    /// <summary>A better contract: the employee's own record stays as it is.</summary>
    private void Promote()
    {
        if (Any(_employees, IsThere) is { } employee && Database.Get<Employments>().Of(employee.Id).FirstOrDefault() is { } employment && employment["pay_rate"] is { } rate)
        {
            employment["pay_rate"] = Math.Round(Convert.ToDecimal(rate, CultureInfo.InvariantCulture) * 1.05m, 2);
            employment["effective_date"] = Calendar.Midnight(Today);
            Database.Get<Employments>().Changed(employment);
        }
    }

    private void Ask()
    {
        if (Any(_employees, IsThere) is not { } employee)
        {
            return;
        }

        var isSick = Random.InThousand(300);
        var type = Database.Get<AbsenceTypes>().Rows[isSick ? 1 : 0];
        var start = isSick ? Today : Today + Random.Between(3, 90);
        while (Calendar.Date(start).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            start++;
        }

        var end = start + Random.Below(isSick ? 4 : 14);
        _absences.Create(new KomboMap
        {
            ["id"] = null,
            ["remote_id"] = null,
            ["employee_id"] = employee.Id,
            ["approver_id"] = employee["manager_id"],
            ["start_date"] = Calendar.Day(start),
            ["end_date"] = Calendar.Day(end),
            ["start_half_day"] = false,
            ["end_half_day"] = false,
            ["start_time"] = null,
            ["end_time"] = null,
            ["amount"] = Absences.WorkingDays(Calendar.Date(start), Calendar.Date(end)),
            ["unit"] = type["unit"],
            ["status"] = isSick ? "APPROVED" : "REQUESTED",
            ["employee_note"] = null,
            ["type_id"] = type.Id,
        });
    }

    /// <summary>A vacation that is approved leaves less of the balance.</summary>
    private void Decide()
    {
        if (Any(_absences, row => row.Text("status") == "REQUESTED") is not { } absence)
        {
            return;
        }

        absence["status"] = Random.InThousand(800) ? "APPROVED" : "DECLINED";
        _absences.Changed(absence);
        if (absence.Text("status") == "APPROVED"
            && _balances.Of(absence.Text("employee_id")!).FirstOrDefault(row => row.Text("type_id") == absence.Text("type_id")) is { } balance
            && absence["amount"] is { } amount && balance["used"] is { } used)
        {
            balance["balance"] = Convert.ToDouble(balance["balance"], CultureInfo.InvariantCulture) - Convert.ToDouble(amount, CultureInfo.InvariantCulture);
            balance["used"] = Convert.ToDouble(used, CultureInfo.InvariantCulture) + Convert.ToDouble(amount, CultureInfo.InvariantCulture);
            _balances.Changed(balance);
        }
    }

    private void Withdraw()
    {
        if (Any(_absences, row => row.Text("status") is "REQUESTED" or "CANCELLED") is { } absence)
        {
            absence["status"] = "DELETED";
            _absences.Delete(absence);
        }
    }

    private void ApproveHours()
    {
        var timesheets = Database.Get<Timesheets>();
        if (Any(timesheets, row => row.Text("approval_status") == "PENDING" && row["ended_at"] is not null) is { } timesheet)
        {
            timesheet["approval_status"] = "APPROVED";
            timesheets.Changed(timesheet);
            timesheet["approved_at"] = timesheet["changed_at"];
        }
    }

    /// <summary>The members show it, but do not count as changed.</summary>
    private void RenameGroup()
    {
        if (Any(_groups, row => row.Text("type") is "TEAM" or "DEPARTMENT") is { } group)
        {
            group["name"] = Renamed(group);
            _groups.Changed(group);
            Database.Get<StaffingEntities>().Renamed("groups", group);
        }
    }

    /// <summary>A team becomes part of another one of its department.</summary>
    private void Merge()
    {
        if (Any(_groups, row => row.Text("type") == "TEAM") is { } team && Any(_groups, row => row.Id != team.Id && row.Text("parent_id") == team.Text("parent_id")) is { } other)
        {
            foreach (var member in Those(row => Employees.GroupsOf(row).Contains(team.Id)))
            {
                _employees.Regroup(member, ids => ids.Select(id => id == team.Id ? other.Id : id).Distinct());
            }

            _groups.Delete(team);
        }
    }

    private void RenamePlace()
    {
        var places = Database.Get<Locations>();
        if (Any(places, _ => true) is { } place)
        {
            place["name"] = Renamed(place);
            places.Changed(place);
            Database.Get<StaffingEntities>().Renamed("locations", place);
            Those(row => row.Text("work_location_id") == place.Id).ForEach(_employees.Linked);
        }
    }

    private void RenameAbsenceType()
    {
        var types = Database.Get<AbsenceTypes>();
        var type = types.Rows[3];
        type["name"] = Renamed(type);
        types.Changed(type);
        _balances.Rows.Where(row => !row.IsDeleted && row.Text("type_id") == type.Id).ToList().ForEach(_balances.Linked);
    }

    private string Renamed(Row row) => string.Format(CultureInfo.InvariantCulture, "{0} ({1:yyyy-MM})", row.Text("name")!.Split('(')[0].TrimEnd(), Calendar.Date(Today));

    private List<Row> Those(Func<Row, bool> condition) => _employees.Rows.Where(row => !row.IsDeleted && condition(row)).ToList();

    private static bool IsOver(string? day, int today) => day is not null && string.CompareOrdinal(day, Calendar.Midnight(today)) <= 0;
}
