using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST hris/provisioning-groups/{group_id}/diff.</summary>
internal sealed class PostProvisioningDiff : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/provisioning-groups/{group_id}/diff";

    /// <inheritdoc/>
    public override bool IsAction => false;

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        ProvisioningGroup.Require(request.Segments["group_id"]);
        var fields = ((KomboList<object?>)((KomboMap)request.Body["options"]!)["employee_fields"]!).Cast<string>().ToArray();
        var present = request.Table<Employees>().Rows.Where(row => !row.IsDeleted && row.Text("employment_status") != "INACTIVE").ToList();
        var byMail = present.Where(row => row.Text("work_email") is not null).ToDictionary(row => row.Text("work_email")!, StringComparer.OrdinalIgnoreCase);
        var known = new HashSet<string>(StringComparer.Ordinal);
        KomboList<object?> gone = [];
        KomboList<object?> both = [];
        foreach (var user in ((KomboList<object?>)request.Body["provisioned_users"]!).Cast<KomboMap>())
        {
            if (byMail.TryGetValue((string)user["email"]!, out var employee))
            {
                known.Add(employee.Id);
                both.Add(new KomboMap(user) { ["employee"] = Show(request, employee, fields) });
            }
            else
            {
                gone.Add(user);
            }
        }

        return new KomboMap
        {
            ["users"] = new KomboMap
            {
                ["to_provision"] = new KomboList<object?>(present.Where(row => !known.Contains(row.Id))
                    .Select(row => new KomboMap { ["email"] = row["work_email"], ["employee"] = Show(request, row, fields) })),
                ["to_deprovision"] = gone,
                ["already_provisioned"] = both,
            },
        };
    }

    private static KomboMap Show(SandboxRequest request, Row employee, string[] fields)
    {
        var map = employee.Pick(fields.Where(field => field != "groups").ToArray());
        if (fields.Contains("groups"))
        {
            map["groups"] = ((KomboList<object?>)employee[Employees.GroupIds]!).Select(id => request.Table<Groups>().Find((string)id!)!.Pick("id", "remote_id", "name"));
        }

        return map;
    }
}
