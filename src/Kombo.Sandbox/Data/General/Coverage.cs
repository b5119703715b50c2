using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What integrations and tools offer: models, actions, features.</summary>
internal static class Coverage
{
    private static readonly (string Id, string Label, string[] Fields)[] HrisModels =
    [
        ("hris_employees", "Employees", ["first_name", "last_name", "work_email", "date_of_birth", "ssn"]),
        ("hris_employments", "Employments", ["job_title", "pay_rate"]),
        ("hris_teams", "Groups", ["name", "type", "parent_id"]),
        ("hris_absences", "Absences", ["start_date", "end_date", "status"]),
        ("hris_timesheets", "Timesheets", ["started_at"]),
    ];

    private static readonly (string Id, string Label, string[] Fields)[] HrisActions =
    [
        ("hris_create_employee", "Create employee", ["first_name", "last_name"]),
        ("hris_create_absence", "Create absence", ["amount"]),
        ("hris_delete_absence", "Delete absence", []),
    ];

    private static readonly (string Id, string Label, string[] Fields)[] AtsModels =
    [
        ("ats_jobs", "Jobs", ["name", "status"]),
        ("ats_candidates", "Candidates", ["first_name", "email_addresses"]),
        ("ats_applications", "Applications", ["outcome", "current_stage_id"]),
    ];

    private static readonly (string Id, string Label, string[] Fields)[] AtsActions =
    [
        ("ats_create_application", "Create application", ["candidate.first_name"]),
        ("ats_reject_application", "Reject application", []),
    ];

    private static readonly string[] Statuses = ["SUPPORTED", "SUPPORTED", "SUPPORTED", "UNSUPPORTED", "NOT_IMPLEMENTED", "UNKNOWN"];

    /// <summary>The models that an integration reads.</summary>
    public static IEnumerable<KomboMap> ReadModels() => HrisModels.Select((model, index) => Available(Entry(model), index, model.Fields.Select(field =>
        Available(new KomboMap { ["id"] = field, ["coverage_status"] = "SUPPORTED" }, field == "ssn" ? 4 : 0))));

    /// <summary>The actions that an integration offers.</summary>
    public static IEnumerable<KomboMap> WriteActions() => HrisActions.Select((action, index) => Available(Entry(action), index, action.Fields.Select(field =>
        new KomboMap { ["id"] = field, ["is_available"] = true, ["coverage_status"] = "SUPPORTED" })));

    /// <summary>What a tool of a category could do.</summary>
    public static KomboMap OfTool(string category, SeededRandom random) => new()
    {
        ["read_models"] = (category == "hris" ? HrisModels : category == "ats" ? AtsModels : []).Select(model => Covered(model, random)),
        ["write_actions"] = (category == "hris" ? HrisActions : category == "ats" ? AtsActions : []).Select(action => Covered(action, random)),
        ["features"] = Parts.List(new KomboMap { ["id"] = "webhooks", ["label"] = "Webhooks", ["coverage_status"] = random.Pick(Statuses) }),
    };

    private static KomboMap Entry((string Id, string Label, string[] Fields) item) => new()
    {
        ["id"] = item.Id,
        ["label"] = item.Label,
        ["coverage_status"] = "SUPPORTED",
    };

    /// <summary>The fifth of a list is one that the customer declined.</summary>
    private static KomboMap Available(KomboMap map, int index, object? fields = null)
    {
        map["is_available"] = index != 4;
        map["scope_config_setting"] = index == 4 ? "OPTIONAL" : "ENABLED";
        map["opted_out_by_customer"] = index == 4;
        if (fields is not null)
        {
            map["fields"] = fields;
        }

        return map;
    }

    private static KomboMap Covered((string Id, string Label, string[] Fields) item, SeededRandom random)
    {
        var map = Entry(item);
        map["coverage_status"] = random.Pick(Statuses);
        map["fields"] = new KomboList<object?>(item.Fields.Select(field => new KomboMap { ["id"] = field, ["coverage_status"] = random.Pick(Statuses) }));
        return map;
    }
}
