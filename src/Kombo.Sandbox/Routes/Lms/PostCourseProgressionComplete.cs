namespace Kombo.Sandbox;

/// <summary>POST lms/course-progressions/{course_progression_id}/complete.</summary>
internal sealed class PostCourseProgressionComplete : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "lms/course-progressions/{course_progression_id}/complete";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var table = request.Table<CourseProgressions>();
        var progression = table.RequireAny(request.Segments["course_progression_id"], "course_progression_id");
        table.Complete(progression, request.Body.TryGetValue("completed_at", out var at) && at is string text ? Calendar.Moment(text) : null);
        return new[] { table.Json(progression) };
    }
}
