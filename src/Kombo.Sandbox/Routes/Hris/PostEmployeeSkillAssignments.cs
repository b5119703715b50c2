
namespace Kombo.Sandbox;

/// <summary>POST hris/employee-skill-assignments.</summary>
internal sealed class PostEmployeeSkillAssignments : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/employee-skill-assignments";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var employee = request.Table<Employees>().Require((string)request.Body["employee_id"]!, "employee_id");
        var skill = request.Table<Skills>().Require((string)request.Body["skill_id"]!, "skill_id");
        var level = request.Body.TryGetValue("current_level", out var given) ? (string?)given : null;
        return EmployeeSkillAssignments.Show(request.Table<EmployeeSkillAssignments>().Assign(employee, skill, level));
    }
}
