namespace Kombo.Sandbox;

/// <summary>GET hris/skill-proficiency-ratings.</summary>
internal sealed class GetSkillRatings : ListRoute<SkillRatings>
{
    /// <inheritdoc/>
    public override string Template => "hris/skill-proficiency-ratings";
}
