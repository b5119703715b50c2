
namespace Kombo.Sandbox;

/// <summary>POST lms/courses/{course_id}/deactivate.</summary>
internal sealed class PostCourseDeactivate : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "lms/courses/{course_id}/deactivate";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var table = request.Table<Courses>();
        var course = table.RequireAny(request.Segments["course_id"], "course_id");
        table.Deactivate(course);
        return new[] { table.Json(course) };
    }
}
