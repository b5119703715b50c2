using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST hris/absences.</summary>
internal sealed class PostAbsences : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/absences";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("employee_id", FilledText),
        Have("absence_type_id", FilledText),
        May("status", OneOf("REQUESTED", "APPROVED")),
        Have("start_date", Must.Date),
        Have("end_date", Must.Date),
        May("start_half_day", Must.Boolean),
        May("end_half_day", Must.Boolean),
        May("amount", NotNegative),
        May("unit", OneOf("HOURS", "DAYS")),
        Have("employee_note", Must.Null(Text)),
        May("start_time", Time),
        May("end_time", Time),
        RemoteFields);

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var body = request.Body;
        Together(body, "amount", "unit");
        Together(body, "start_time", "end_time");
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

    private static void Together(KomboMap body, string one, string other)
    {
        if (body.ContainsKey(one) != body.ContainsKey(other))
        {
            throw SandboxException.Invalid($"'{one}' and '{other}' must be given together.");
        }
    }
}
