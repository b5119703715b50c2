using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>POST lms/courses/bulk.</summary>
internal sealed class PostCoursesBulk : SandboxRoute
{
    private static readonly Regex Language = new("^[a-z]{2,3}(-[A-Z]{2})?$", RegexOptions.CultureInvariant);

    private static readonly Check Course = Be(
        Have("type", OneOf("EXTERNAL")),
        Have("title", Text),
        May("description", Must.Null(Text)),
        Have("course_url", Text),
        May("thumbnail_url", Must.Null(Text)),
        May("duration", Must.Null(IsDuration)),
        May("languages", Must.Null(ListOf(IsLanguage))));

    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override string Template => "lms/courses/bulk";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(Have("items", ListOf(Be(Have("origin_id", Text), Have("course", Course)))));

    /// <inheritdoc/>
    public override object? Handle(SandboxRequest request)
    {
        var items = ((KomboList<object?>)request.Body["items"]!).Cast<KomboMap>().ToList();
        return new KomboMap { ["task_id"] = request.Table<CourseTasks>().Create(items).Id };
    }

    private static void IsDuration(object? value, string path)
    {
        if (value is not long and not double || Convert.ToDouble(value, CultureInfo.InvariantCulture) is var minutes && (minutes <= 0 || minutes != Math.Floor(minutes)))
        {
            throw SandboxException.Invalid($"'{path}' must be a whole number above 0.");
        }
    }

    private static void IsLanguage(object? value, string path)
    {
        if (value is not string text || !Language.IsMatch(text))
        {
            throw SandboxException.Invalid($"'{path}' must be a language such as en or de-CH.");
        }
    }
}
