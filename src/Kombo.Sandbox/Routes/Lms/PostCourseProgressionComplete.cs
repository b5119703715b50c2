using System.Globalization;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST lms/course-progressions/{course_progression_id}/complete.</summary>
internal sealed class PostCourseProgressionComplete : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "lms/course-progressions/{course_progression_id}/complete";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(May("completed_at", Must.Null(Must.Date)), May("score", Must.Null(Percent)));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var table = request.Table<CourseProgressions>();
        var progression = table.RequireAny(request.Segments["course_progression_id"], "course_progression_id");
        table.Complete(progression, request.Body.TryGetValue("completed_at", out var at) && at is string text ? Calendar.Moment(text) : null);
        return new[] { table.Json(progression) };
    }

    private static void Percent(object? value, string path)
    {
        if (value is not long and not double || Convert.ToDouble(value, CultureInfo.InvariantCulture) is var score && (score < 0 || score > 100 || score != Math.Floor(score)))
        {
            throw SandboxException.Invalid($"'{path}' must be a whole number from 0 to 100.");
        }
    }
}
