
namespace Kombo.Sandbox;

/// <summary>PATCH hris/employee-skill-assignments/{employee_skill_assignment_id}.</summary>
internal sealed class PatchEmployeeSkillAssignment : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PATCH";

    /// <inheritdoc/>
    public override string Template => "hris/employee-skill-assignments/{employee_skill_assignment_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var assignment = request.Named<EmployeeSkillAssignments>("employee_skill_assignment_id");
        request.Table<EmployeeSkillAssignments>().SetLevel(assignment, (string?)request.Body["current_level"]);
        return EmployeeSkillAssignments.Show(assignment);
    }
}
