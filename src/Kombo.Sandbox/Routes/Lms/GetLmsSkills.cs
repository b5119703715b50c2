namespace Kombo.Sandbox;

/// <summary>GET lms/skills.</summary>
internal sealed class GetLmsSkills : ListRoute<LmsSkills>
{
    /// <inheritdoc/>
    public override string Template => "lms/skills";
}
