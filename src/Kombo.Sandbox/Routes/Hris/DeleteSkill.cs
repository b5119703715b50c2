
namespace Kombo.Sandbox;

/// <summary>DELETE hris/skills/{skill_id}.</summary>
internal sealed class DeleteSkill : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "DELETE";

    /// <inheritdoc/>
    public override string Template => "hris/skills/{skill_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var skill = request.Named<Skills>("skill_id");
        var assignments = request.Table<EmployeeSkillAssignments>();
        foreach (var assignment in assignments.Of(skill.Id).ToList())
        {
            assignments.Delete(assignment);
        }

        request.Table<Skills>().Delete(skill);
        request.Table<StaffingEntities>().SkillChanged(skill.Id);
        return request.Table<Skills>().Full(skill);
    }
}
