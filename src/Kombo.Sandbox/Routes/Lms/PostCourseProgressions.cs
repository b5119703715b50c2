
namespace Kombo.Sandbox;

/// <summary>POST lms/course-progressions.</summary>
internal sealed class PostCourseProgressions : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "lms/course-progressions";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var user = request.Table<LmsUsers>().RequireAny((string)request.Body["user_id"]!, "user_id");
        request.Table<Courses>();
        var revision = request.Table<CourseRevisions>().RequireAny((string)request.Body["course_revision_id"]!, "course_revision_id");
        if (revision.Text("status") != "ACTIVE")
        {
            throw SandboxException.Invalid($"The course revision '{revision.Id}' is not active.");
        }

        var table = request.Table<CourseProgressions>();
        return new[] { table.Json(table.Enrol(user, revision)) };
    }
}
