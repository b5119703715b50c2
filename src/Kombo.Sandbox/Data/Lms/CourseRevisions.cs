using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The versions of courses, which hold their texts.</summary>
internal sealed class CourseRevisions : Table
{
    /// <inheritdoc/>
    public override string Noun => "course revision";

    /// <inheritdoc/>
    protected override string Owner => "course_id";

    /// <summary>Adds a revision to a course.</summary>
    public Row Create(Row course, string? title, string? description, string? url, params string[] skillIds) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "rev-{0}", Rows.Count + 1),
        ["course_id"] = course.Id,
        ["title"] = title,
        ["description"] = description,
        ["remote_url"] = url,
        ["status"] = "ACTIVE",
        ["remote_created_at"] = course["remote_created_at"],
        ["remote_deleted_at"] = null,
        ["changed_at"] = course["changed_at"],
        ["remote_data"] = null,
        ["custom_fields"] = null,
        ["integration_fields"] = Parts.List(),
        ["skill_ids"] = Parts.List([.. skillIds]),
    });

    /// <summary>The revision as courses show it.</summary>
    public KomboMap Full(Row row) => new(row.Without("skill_ids"))
    {
        ["skill_assignments"] = ((KomboList<object?>)row["skill_ids"]!)
            .Select(id => new KomboMap { ["skill"] = Database.Get<LmsSkills>().Rows.First(skill => skill.Id == (string)id!).Pick("id", "remote_id", "name") }),
    };

    /// <summary>The revisions come with their courses.</summary>
    protected override void Seed()
    {
    }
}
