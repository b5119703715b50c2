using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates and updates courses, all of them with one task that runs in the background.</summary>
[Cmdlet(VerbsData.Import, "KomboCourse", SupportsShouldProcess = true)]
[OutputType(typeof(CourseTaskReference))]
[KomboOperation("POST", "lms/courses/bulk")]
public sealed class ImportKomboCourseCommand : CollectedWriteCommand<CourseTaskReference>
{
    /// <summary>Your own id of the course, by which it is found again and by which its result is told.</summary>
    [Parameter]
    [EntityId(AllowRemote = true)]
    [Item("origin_id", Required = true, Unique = true)]
    public string? OriginId { get; set; }

    /// <summary>The course as the API takes it: a hashtable with type, title, course_url and more.</summary>
    [Parameter]
    [Map]
    [Item("course")]
    public IDictionary? Course { get; set; }

    /// <summary>EXTERNAL, the default: the content stays with you, and the course links to it.</summary>
    [Parameter]
    [Text]
    [KnownValues("EXTERNAL")]
    [Item("course.type", Always = true, Default = "EXTERNAL")]
    public string? Type { get; set; }

    /// <summary>The title.</summary>
    [Parameter]
    [Text]
    [Item("course.title", Required = true)]
    public string? Title { get; set; }

    /// <summary>What the course is about.</summary>
    [Parameter]
    [Text]
    [Item("course.description", Nullable = true)]
    public string? Description { get; set; }

    /// <summary>The page of the course in your system.</summary>
    [Parameter]
    [Text]
    [Alias("Url")]
    [Item("course.course_url", Required = true)]
    public string? CourseUrl { get; set; }

    /// <summary>The address of a small picture.</summary>
    [Parameter]
    [Text]
    [Item("course.thumbnail_url", Nullable = true)]
    public string? ThumbnailUrl { get; set; }

    /// <summary>How long the course takes, in whole minutes.</summary>
    [Parameter]
    [Alias("DurationMinutes")]
    [Number(Whole = true, Min = 1, ByCulture = true)]
    [Item("course.duration", Nullable = true)]
    public long? Duration { get; set; }

    /// <summary>The languages of the course, such as en or de-CH, the most important one first.</summary>
    [Parameter]
    [TextList]
    [Item("course.languages", Nullable = true)]
    public string[]? Language { get; set; }

    /// <summary>The integration to work on; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>The courses, as the API takes them.</summary>
    [Body("items", Required = true)]
    internal KomboList<object?> Item => Items;

    /// <inheritdoc/>
    private protected override string Consequence(int count) => string.Format(CultureInfo.InvariantCulture, "{0:N0} course(s) are created or updated.", count);
}
