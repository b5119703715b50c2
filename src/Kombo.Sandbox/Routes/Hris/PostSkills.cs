
namespace Kombo.Sandbox;

/// <summary>POST hris/skills.</summary>
internal sealed class PostSkills : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "hris/skills";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var skills = request.Table<Skills>();
        var name = (string)request.Body["name"]!;
        if (skills.Rows.Exists(row => !row.IsDeleted && row.Text("name") == name))
        {
            throw new SandboxException("REMOTE.INPUT_INVALID", $"There is a skill '{name}' already.");
        }

        return skills.Create(name, request.Body.TryGetValue("levels", out var levels) ? levels : null).Fields;
    }
}
