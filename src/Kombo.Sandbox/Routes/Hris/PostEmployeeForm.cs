using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST hris/employees/form.</summary>
internal sealed class PostEmployeeForm : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/employees/form";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var values = (KomboMap)request.Body["properties"]!;
        EmployeeForm.Validate(values);
        var employees = request.Table<Employees>();
        if (Given(values, EmployeeForm.PreHire) is true)
        {
            return Result(null, null, "pre-" + employees.NextId);
        }

        var mail = Given(values, "workEmail") as string;
        if (mail is not null && employees.Rows.Exists(row => !row.IsDeleted && string.Equals(row.Text("work_email"), mail, StringComparison.OrdinalIgnoreCase)))
        {
            throw new SandboxException("HRIS.EMPLOYEE_ALREADY_EXISTS", $"There is an employee with the address {mail}.");
        }

        var entity = Given(values, "legalEntity") is string id ? request.Table<LegalEntities>().Require(id, "properties.legalEntity") : null;
        var start = Calendar.Moment(((string)values["startDate"]!).Substring(0, 10));
        var row = employees.Hire(new KomboMap
        {
            ["first_name"] = values["firstName"],
            ["last_name"] = values["lastName"],
            ["display_full_name"] = $"{values["firstName"]} {values["lastName"]}",
            ["work_email"] = mail,
            ["job_title"] = Given(values, "jobTitle"),
            ["gender"] = Unified("gender", Given(values, "gender")),
            ["start_date"] = start,
            ["employment_status"] = string.CompareOrdinal(start, Calendar.At(0)) > 0 ? "PENDING" : "ACTIVE",
            ["legal_entity_id"] = entity?.Id,
        });
        return Result(row.Id, row.RemoteId, null);
    }

    private static object? Given(KomboMap values, string name) => values.TryGetValue(name, out var value) ? value : null;

    private static object? Unified(string field, object? optionId)
    {
        var options = (KomboMap)((KomboMap)EmployeeForm.Fields[field]!)["options"]!;
        return ((KomboList<object?>)options["entries"]!).Cast<KomboMap>().FirstOrDefault(entry => Equals(entry["id"], optionId))?["unified_value"];
    }

    private static KomboMap Result(string? id, string? remoteId, string? preHire) => new()
    {
        ["id"] = id,
        ["remote_id"] = remoteId,
        ["prehire"] = new KomboMap { ["remote_id"] = preHire },
    };
}
