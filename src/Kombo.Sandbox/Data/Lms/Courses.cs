using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What can be learnt.</summary>
internal sealed class Courses : Table
{
    private const int Count = 48;

    private static readonly string[] Providers = ["Castle Academy", "Video Campus", "Arbeitsschutz GmbH"];

    private static readonly string[] Titles =
    [
        "PowerShell from the pipeline up", "Leading without a title", "SQL for analysts", "Datenschutz im Alltag", "Negotiating fairly",
        "Safety at work", "Presenting to executives", "C# in depth", "Sandcastles that last", "Onboarding week", "Time management", "First aid refresher",
    ];

    /// <inheritdoc/>
    public override string Noun => "course";

    /// <summary>Makes a course of an import, or changes the one that has the same origin.</summary>
    public Row Import(string originId, KomboMap given)
    {
        var now = Database.Now();
        var course = Rows.Find(row => !row.IsDeleted && row.Text("origin_id") == originId);
        var title = given["title"] as string;
        var description = given.TryGetValue("description", out var text) ? text as string : null;
        var url = given["course_url"] as string;
        var revisions = Database.Get<CourseRevisions>();
        if (course is null)
        {
            course = Add(Make(Rows.Count, originId, null, now, now));
            revisions.Create(course, title, description, url);
            return course;
        }

        var revision = revisions.Of(course.Id).First();
        revision["title"] = title;
        revision["description"] = given.ContainsKey("description") ? description : revision["description"];
        revision["remote_url"] = url;
        revision["status"] = "ACTIVE";
        revision["changed_at"] = now;
        Linked(course);
        return course;
    }

    /// <summary>Takes a course off the market.</summary>
    public void Deactivate(Row course)
    {
        foreach (var revision in Database.Get<CourseRevisions>().Of(course.Id))
        {
            revision["status"] = "INACTIVE";
            revision["changed_at"] = Database.Now();
        }

        Linked(course);
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var skills = Database.Get<LmsSkills>().Rows;
        for (var i = 0; i < Count; i++)
        {
            var random = new SeededRandom(Noun + i);
            var title = i < Titles.Length ? Titles[i] : $"{Titles[i % Titles.Length]} ({(i / Titles.Length) + 1})";
            var course = Add(Make(
                i,
                i % 4 == 0 ? string.Format(CultureInfo.InvariantCulture, "course-{0}", i + 1) : null,
                i % 5 == 4 ? null : i % Providers.Length,
                Calendar.At(-random.Between(200, 800)),
                Calendar.Changed(random)));
            if (i == 30)
            {
                course["remote_deleted_at"] = course["changed_at"];
            }

            var revisions = Database.Get<CourseRevisions>();
            var url = $"https://lms.sandbox.kombo.invalid/courses/{i}";
            if (i % 6 == 5)
            {
                revisions.Create(course, title + ", first edition", null, url)["status"] = "INACTIVE";
            }

            revisions.Create(course, title, i % 3 == 0 ? null : $"All about it: {title}.", url, skills[i % skills.Count].Id);
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => new(row.Without("provider_index"))
    {
        ["provider"] = row["provider_index"] is int index
            ? new KomboMap { ["id"] = Ids.Make("course provider", index), ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "prov-{0}", index + 1), ["name"] = Providers[index] }
            : null,
        ["revisions"] = Database.Get<CourseRevisions>().Of(row.Id).Select(Database.Get<CourseRevisions>().Full),
    };

    private static KomboMap Make(int index, string? originId, int? provider, string created, string changed) => new()
    {
        ["id"] = Ids.Make("course", index),
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "crs-{0}", 500 + index),
        ["provider_id"] = provider is { } known ? Ids.Make("course provider", known) : null,
        ["provider_index"] = provider,
        ["origin_id"] = originId,
        ["remote_created_at"] = created,
        ["remote_deleted_at"] = null,
        ["changed_at"] = changed,
        ["remote_data"] = null,
        ["custom_fields"] = null,
        ["integration_fields"] = Parts.List(),
    };
}
