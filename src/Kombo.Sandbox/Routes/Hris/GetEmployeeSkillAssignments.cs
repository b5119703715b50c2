namespace Kombo.Sandbox;

/// <summary>GET hris/employee-skill-assignments: one page, whatever its length.</summary>
internal sealed class GetEmployeeSkillAssignments : ListRoute<EmployeeSkillAssignments>
{
    /// <inheritdoc/>
    public override string Template => "hris/employee-skill-assignments";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters =>
    [
        Filter.List("employee_ids", "employee_id"),
        Filter.List("skill_ids", "skill_id"),
    ];
}
