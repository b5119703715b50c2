using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Who is how far with which course.</summary>
internal sealed class CourseProgressions : Table
{
    private const int Count = 640;

    /// <inheritdoc/>
    public override string Noun => "course progression";

    /// <inheritdoc/>
    protected override string Owner => "user_id";

    /// <summary>Enrols a user. One who is enrolled already stays so.</summary>
    public Row Enrol(Row user, Row revision)
    {
        var present = Of(user.Id).FirstOrDefault(row => row.Text("course_revision_id") == revision.Id && row.Text("status") != "DROPPED");
        return present ?? Add(Make(Rows.Count, user, revision, "ENROLLED", Database.Now(), null, Database.Now()));
    }

    /// <summary>Marks a course as completed.</summary>
    public void Complete(Row progression, string? at)
    {
        progression["status"] = "COMPLETED";
        progression["completed_at"] = at ?? Database.Now();
        Changed(progression);
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var users = Database.Get<LmsUsers>().Rows;
        Database.Get<Courses>();
        var revisions = Database.Get<CourseRevisions>().Rows;
        for (var i = 0; i < Count; i++)
        {
            var random = new SeededRandom(Noun + i);
            var status = (i % 8) switch { 0 or 1 or 2 => "COMPLETED", 3 or 4 => "IN_PROGRESS", 5 => "DROPPED", _ => "ENROLLED" };
            var enrolled = random.Between(30, 500);
            Add(Make(
                i,
                users[i % users.Count],
                revisions[(i + (i / users.Count * 7)) % revisions.Count],
                status,
                Calendar.At(-enrolled),
                status == "COMPLETED" ? Calendar.At(-enrolled + 20) : null,
                Calendar.Changed(random)));
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row)
    {
        var revision = Database.Get<CourseRevisions>().Rows.First(other => other.Id == row.Text("course_revision_id"));
        var shown = revision.Pick("id", "remote_id", "title");
        shown["course"] = Database.Get<Courses>().Rows.First(course => course.Id == revision.Text("course_id")).Pick("id", "remote_id");
        return new KomboMap(row.Without("course_id"))
        {
            ["user"] = Database.Get<LmsUsers>().Rows.First(user => user.Id == row.Text("user_id")).Pick("id", "remote_id", "first_name", "last_name", "work_email"),
            ["course_revision"] = shown,
        };
    }

    private static KomboMap Make(int index, Row user, Row revision, string status, string enrolled, string? completed, string changed) => new()
    {
        ["id"] = Ids.Make("course progression", index),
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "prg-{0}", index + 1),
        ["user_id"] = user.Id,
        ["course_id"] = revision["course_id"],
        ["course_revision_id"] = revision.Id,
        ["status"] = status,
        ["enrolled_at"] = enrolled,
        ["completed_at"] = completed,
        ["changed_at"] = changed,
        ["remote_deleted_at"] = null,
        ["remote_data"] = null,
    };
}
