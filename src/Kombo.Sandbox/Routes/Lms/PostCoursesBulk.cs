using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>POST lms/courses/bulk.</summary>
internal sealed class PostCoursesBulk : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "lms/courses/bulk";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var items = ((KomboList<object?>)request.Body["items"]!).Cast<KomboMap>().ToList();
        return new KomboMap { ["task_id"] = request.Table<CourseTasks>().Create(items).Id };
    }
}
