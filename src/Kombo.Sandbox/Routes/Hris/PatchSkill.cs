
namespace Kombo.Sandbox;

/// <summary>PATCH hris/skills/{skill_id}.</summary>
internal sealed class PatchSkill : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "PATCH";

    /// <inheritdoc/>
    public override string Template => "hris/skills/{skill_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var skill = request.Named<Skills>("skill_id");
        if (request.Body.TryGetValue("name", out var name))
        {
            skill["name"] = name;
        }

        if (request.Body.TryGetValue("levels", out var levels))
        {
            Skills.SetLevels(skill, levels);
        }

        request.Table<Skills>().Changed(skill);
        request.Table<StaffingEntities>().SkillChanged(skill.Id);
        return request.Table<Skills>().Full(skill);
    }
}
