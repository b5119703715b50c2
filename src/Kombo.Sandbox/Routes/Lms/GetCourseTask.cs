namespace Kombo.Sandbox;

/// <summary>GET lms/courses/bulk/{task_id}.</summary>
internal sealed class GetCourseTask : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "GET";

    /// <inheritdoc/>
    public override string Template => "lms/courses/bulk/{task_id}";

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var table = request.Table<CourseTasks>();
        return table.Look(table.Require(request.Segments["task_id"], "task_id"));
    }
}
