using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST hris/employees/form.</summary>
internal sealed class PostEmployeeForm : SandboxRoute
{
    /// <summary>The member and the query parameter with the position that is to be filled.</summary>
    public const string StaffingEntityId = "staffing_entity_id";

    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/employees/form";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var values = (KomboMap)request.Body["properties"]!;
        var position = request.Body.TryGetValue(StaffingEntityId, out var wanted) ? OpenEntity(request, (string)wanted!) : null;
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
            ["job_title"] = Given(values, "jobTitle") ?? position?.Text("name"),
            ["gender"] = Unified("gender", Given(values, "gender")),
            ["start_date"] = start,
            ["employment_status"] = string.CompareOrdinal(start, Calendar.At(request.Database.Today)) > 0 ? "PENDING" : "ACTIVE",
            ["legal_entity_id"] = entity?.Id,
        });
        if (position is not null)
        {
            request.Table<StaffingEntities>().Hire(position);
        }

        return Result(row.Id, row.RemoteId, null);
    }

    /// <summary>The position, requisition or job that somebody is hired for.</summary>
    /// <exception cref="SandboxException">There is none with this id, or it is not open.</exception>
    public static Row OpenEntity(SandboxRequest request, string id)
    {
        var entity = request.Table<StaffingEntities>().Require(id, StaffingEntityId);
        return StaffingEntities.IsOpen(entity) ? entity
            : throw new SandboxException("HRIS.STAFFING_ENTITY_CLOSED", $"The {entity.Text("model_type")} '{entity.Text("name")}' is {entity.Text("status")}.");
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
