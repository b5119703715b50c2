using System.Collections;
using System.Collections.Specialized;
using Kombo.Json;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>What goes over the wire for learning management systems.</summary>
public sealed class LmsTests
{
    private static string Course(params (string Key, object? Value)[] cells)
    {
        var row = new OrderedDictionary();
        foreach (var (key, value) in cells)
        {
            row[key] = value;
        }

        return PlainJson.ToText(new RowBinder(new ImportKomboCourseCommand(), [], null).Bind(row));
    }

    [Fact]
    public void A_course_is_the_same_from_flat_cells_and_in_the_form_of_the_API()
    {
        const string Expected = """{"origin_id":"c1","course":{"type":"EXTERNAL","title":"T","course_url":"https://example.com/1"}}""";
        var inner = new OrderedDictionary { ["type"] = "EXTERNAL", ["title"] = "T", ["course_url"] = "https://example.com/1" };
        Assert.Equal(Expected, Course(("origin_id", "c1"), ("course", inner)));
        Assert.Equal(
            """{"origin_id":"c1","course":{"title":"T","course_url":"https://example.com/1","type":"EXTERNAL"}}""",
            Course(("OriginId", "c1"), ("Title", "T"), ("CourseUrl", "https://example.com/1")));
    }

    [Fact]
    public void Cells_of_a_course_become_numbers_and_lists_and_null_is_sent_where_it_is_meant() => Assert.Equal(
        """{"origin_id":"c1","course":{"title":"T","description":null,"course_url":"u","duration":45,"languages":["en","de-CH"],"type":"EXTERNAL"}}""",
        Course(("OriginId", "c1"), ("Title", "T"), ("Description", null), ("course_url", "u"), ("Duration", "45"), ("languages", "en; de-CH")));

    [Theory]
    [InlineData("Duration", "0")]
    [InlineData("Duration", "1.5")]
    [InlineData("Duration", "an hour")]
    [InlineData("Duration", 1.5)]
    [InlineData("Title", null)]
    [InlineData("CourseUrl", null)]
    public void A_cell_that_the_API_would_refuse_is_refused_by_name(string cell, object? value)
    {
        var row = new Hashtable { ["OriginId"] = "c1", ["Title"] = "T", ["CourseUrl"] = "u", [cell] = value };
        var failure = Assert.Throws<KomboException>(() => new RowBinder(new ImportKomboCourseCommand(), [], null).Bind(row));
        Assert.Equal(cell, failure.Parameter);
        Assert.StartsWith("Row 1: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_is_given_flat_and_in_the_course_is_refused() => Assert.Contains(
        "'course.title' is given twice",
        Assert.Throws<KomboException>(() => Course(("OriginId", "c"), ("Course", new Hashtable { ["title"] = "a", ["course_url"] = "u" }), ("Title", "b"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Users_and_revisions_are_named_by_ids_of_the_tool_too()
    {
        var request = Cmdlets.Request<NewKomboCourseProgressionCommand>(("UserId", "remote:7"), ("CourseRevisionId", "r"));
        Assert.Equal("""{"user_id":"remote:7","course_revision_id":"r"}""", PlainJson.ToText(request.Body));
        Assert.Equal("lms/courses/remote%3Aa%2Fb/deactivate", Cmdlets.Request<DisableKomboCourseCommand>(("CourseId", "remote:a/b")).Path);
    }

    [Fact]
    public void Completing_says_only_what_is_given_and_null_where_it_is_meant()
    {
        Assert.Equal("{}", PlainJson.ToText(Cmdlets.Request<CompleteKomboCourseProgressionCommand>(("CourseProgressionId", "p")).Body));
        Assert.Equal(
            """{"completed_at":null,"score":0}""",
            PlainJson.ToText(Cmdlets.Request<CompleteKomboCourseProgressionCommand>(("CourseProgressionId", "p"), ("CompletedAt", null), ("Score", 0L)).Body));
    }
}
