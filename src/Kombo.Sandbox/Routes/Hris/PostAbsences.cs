using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST hris/absences.</summary>
internal sealed class PostAbsences : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/absences";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var body = request.Body;
        var employee = request.Table<Employees>().RequireAny((string)body["employee_id"]!, "employee_id");
        var type = request.Table<AbsenceTypes>().Require((string)body["absence_type_id"]!, "absence_type_id");
        var from = Calendar.Parse((string)body["start_date"]!).Date;
        var until = Calendar.Parse((string)body["end_date"]!).Date;
        if (until < from)
        {
            throw SandboxException.Invalid("'end_date' lies before 'start_date'.");
        }

        var startHalf = Given(body, "start_half_day") is true;
        var endHalf = Given(body, "end_half_day") is true;
        if ((startHalf || endHalf) && type["half_days_supported"] is false)
        {
            request.Warnings.Add($"The absence type '{type.Text("name")}' has no half days.");
        }

        var row = request.Table<Absences>().Create(new KomboMap
        {
            ["id"] = null,
            ["remote_id"] = null,
            ["employee_id"] = employee.Id,
            ["approver_id"] = null,
            ["start_date"] = ((string)body["start_date"]!).Substring(0, 10),
            ["end_date"] = ((string)body["end_date"]!).Substring(0, 10),
            ["start_half_day"] = type["half_days_supported"] is false ? null : startHalf,
            ["end_half_day"] = type["half_days_supported"] is false ? null : endHalf,
            ["start_time"] = WithSeconds(Given(body, "start_time")),
            ["end_time"] = WithSeconds(Given(body, "end_time")),
            ["amount"] = Given(body, "amount") ?? (type.Text("unit") == "DAYS"
                ? Absences.WorkingDays(from, until) - (startHalf ? 0.5 : 0) - (endHalf ? 0.5 : 0)
                : null),
            ["unit"] = Given(body, "unit") ?? type["unit"],
            ["status"] = Given(body, "status") ?? "REQUESTED",
            ["employee_note"] = body["employee_note"],
            ["type_id"] = type.Id,
        });
        return row.Fields;
    }

    private static object? Given(KomboMap body, string name) => body.TryGetValue(name, out var value) ? value : null;

    private static object? WithSeconds(object? time) => time is string { Length: 5 } text ? text + ":00" : time;
}
