namespace Kombo.Sandbox;

/// <summary>GET lms/courses.</summary>
internal sealed class GetCourses : ListRoute<Courses>
{
    /// <inheritdoc/>
    public override string Template => "lms/courses";
}
