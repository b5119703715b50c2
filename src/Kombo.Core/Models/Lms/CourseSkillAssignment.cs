namespace Kombo.Models;

/// <summary>That a course teaches a skill.</summary>
public sealed partial class CourseSkillAssignment : KomboObject
{
    /// <summary>The skill.</summary>
    public LmsSkillReference? Skill { get; set; }

    /// <summary>The skill's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FirstOf(Skill?.ToString());
}
