
namespace Kombo.Sandbox;

/// <summary>POST hris/skills: creates a skill, or changes the one with the same origin_id.</summary>
internal sealed class PostSkills : SandboxRoute
{
    private const string Inactive = "INACTIVE";

    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/skills";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var skills = request.Table<Skills>();
        var name = (string)request.Body["name"]!;
        var originId = request.Body.TryGetValue("origin_id", out var origin) ? (string)origin! : null;
        var hasLevels = request.Body.TryGetValue("levels", out var levels);
        var known = originId is null ? null : skills.OfOrigin(originId);
        if (originId is null && skills.Rows.Exists(row => !row.IsDeleted && row.Text("name") == name))
        {
            throw new SandboxException("REMOTE.INPUT_INVALID", $"There is a skill '{name}' already.");
        }

        var skill = known ?? skills.Create(name, originId, levels);
        if (known is not null)
        {
            skill["name"] = name;
            if (hasLevels)
            {
                Skills.SetLevels(skill, levels);
            }

            skills.Restore(skill);
        }

        if (request.Body.TryGetValue("status", out var status) && status is Inactive)
        {
            skills.Delete(skill);
        }

        request.Table<StaffingEntities>().SkillChanged(skill.Id);
        return skills.Full(skill);
    }
}
