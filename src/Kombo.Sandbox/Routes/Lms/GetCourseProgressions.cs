namespace Kombo.Sandbox;

/// <summary>GET lms/course-progressions.</summary>
internal sealed class GetCourseProgressions : ListRoute<CourseProgressions>
{
    /// <inheritdoc/>
    public override string Template => "lms/course-progressions";

    /// <inheritdoc/>
    public override IEnumerable<Filter> Filters => [Filter.List("user_ids", "user_id"), Filter.List("course_ids", "course_id")];
}
