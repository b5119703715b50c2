
namespace Kombo.Sandbox;

/// <summary>DELETE hris/employee-skill-assignments/{employee_skill_assignment_id}.</summary>
internal sealed class DeleteEmployeeSkillAssignment : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "DELETE";

    /// <inheritdoc/>
    public override string Template => "hris/employee-skill-assignments/{employee_skill_assignment_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var assignment = request.Named<EmployeeSkillAssignments>("employee_skill_assignment_id");
        request.Table<EmployeeSkillAssignments>().Delete(assignment);
        return EmployeeSkillAssignments.Show(assignment);
    }
}
