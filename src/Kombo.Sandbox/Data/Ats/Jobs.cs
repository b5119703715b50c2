using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What the company hires for.</summary>
internal sealed class Jobs : Table
{
    private const int Count = 40;

    private static readonly (string Name, string Department)[] Openings =
    [
        ("Senior Software Engineer", "Engineering"), ("Product Designer", "Product"), ("Account Executive DACH", "Sales"),
        ("Payroll Specialist", "People"), ("Controller", "Finance"), ("Werkstudent Marketing (m/w/d)", "Marketing"),
        ("Support Specialist", "Customer Success"), ("Site Reliability Engineer", "Engineering"), ("Data Analyst", "Product"),
        ("Logistics Coordinator", "Operations"), ("Recruiter", "People"), ("Legal Counsel", "Finance"), ("Mobile Engineer", "Engineering"),
    ];

    /// <inheritdoc/>
    public override string Noun => "job";

    /// <summary>A job as applications and candidates show it.</summary>
    public static KomboMap? Short(Row? job) => job?.Pick("id", "remote_id", "name");

    /// <inheritdoc/>
    protected override void Seed()
    {
        for (var i = 0; i < Count; i++)
        {
            Add(Make(i, new SeededRandom(Noun + i)));
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => new(row.Fields)
    {
        ["stages"] = Database.Get<Stages>().Of(row.Id).Select(stage => stage.Pick("id", "remote_id", "name", "remote_data", "index", "status", "custom_fields")),
    };

    private KomboMap Make(int index, SeededRandom random)
    {
        var (name, department) = Openings[index % Openings.Length];
        var status = index % 20 == 19 ? "Wartet auf Freigabe" : (index % 8) switch { 5 => "CLOSED", 6 => "DRAFT", 7 => "ARCHIVED", _ => "OPEN" };
        var opened = status == "DRAFT" ? 0 : -random.Between(20, 400);
        var isPublic = index % 5 != 4;
        var deleted = index == 23 ? Calendar.At(-10) : null;
        var code = string.Format(CultureInfo.InvariantCulture, "R-2026-{0:D3}", index + 1);
        return new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "job-{0}", 900 + index),
            ["name"] = index < Openings.Length ? name : $"{name} ({random.Pick(["Berlin", "Hamburg", "Wien", "London", "Remote"])})",
            ["job_code"] = index % 7 == 6 ? null : code,
            ["description"] = $"<h2>{name}</h2><p>Join our {department} team &amp; build castles.</p>",
            ["confidential"] = null,
            ["weekly_hours"] = index % 6 == 5 ? 20 : 40,
            ["employment_type"] = index % 13 == 5 ? "Werkstudent" : random.Pick<string?>(["FULL_TIME", "FULL_TIME", "FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP", null]),
            ["status"] = status,
            ["visibility"] = isPublic ? "PUBLIC" : random.Pick(["INTERNAL", "UNLISTED", "CONFIDENTIAL"]),
            ["category"] = index % 3 == 0 ? "Professionals" : null,
            ["department"] = department,
            ["post_url"] = isPublic ? $"https://jobs.sandbox.kombo.invalid/{code}" : null,
            ["experience_level"] = random.Pick<string?>(["Junior", "Mid", "Senior", null]),
            ["remote_work_status"] = random.Pick<string?>(["REMOTE", "HYBRID", "HYBRID", "ON_SITE", null]),
            ["salary_amount"] = null,
            ["salary_amount_from"] = index % 2 == 0 ? 50_000 + (1000 * random.Below(20)) : null,
            ["salary_amount_to"] = index % 2 == 0 ? 75_000.5 + (1000 * random.Below(20)) : null,
            ["salary_currency"] = index % 2 == 0 ? "EUR" : null,
            ["salary_period"] = index % 2 == 0 ? "YEAR" : null,
            ["location"] = index % 9 == 8 ? null : Parts.Address(null, "12435", random.Pick(["Berlin", "Hamburg", "Wien"]), null, index % 9 == 2 ? "AT" : "DE"),
            ["custom_fields"] = new KomboMap { ["cost_centre"] = 4000 + (10 * random.Below(13)), ["budget_approved"] = true },
            ["integration_fields"] = Parts.List(),
            ["remote_url"] = $"https://ats.sandbox.kombo.invalid/jobs/{index}",
            ["opened_at"] = status == "DRAFT" ? null : Calendar.Midnight(opened),
            ["closed_at"] = status is "CLOSED" or "ARCHIVED" ? Calendar.Midnight(opened / 2) : index == 3 ? Calendar.Midnight(60) : null,
            ["remote_created_at"] = Calendar.At(opened - 5),
            ["remote_updated_at"] = Calendar.At(opened),
            ["contact_id"] = null,
            ["remote_data"] = null,
            ["changed_at"] = deleted ?? Calendar.Changed(random),
            ["remote_deleted_at"] = deleted,
            ["screening_questions"] = ScreeningQuestions.For(index, index == 0 ? 10 : index % 11),
            ["job_postings"] = status == "DRAFT" ? Parts.List() : Parts.List(Posting(index, name, status, code, isPublic)),
            ["hiring_team"] = Team(random),
        };
    }

    private static KomboMap Posting(int index, string name, string status, string code, bool isPublic) => new()
    {
        ["id"] = Ids.Make("posting", index),
        ["remote_id"] = "post-" + code,
        ["title"] = name,
        ["description_html"] = $"<p>{name}</p>",
        ["status"] = status == "OPEN" ? "ACTIVE" : "INACTIVE",
        ["visibility"] = isPublic ? "PUBLIC" : "INTERNAL",
        ["url"] = isPublic ? $"https://jobs.sandbox.kombo.invalid/{code}" : null,
        ["remote_data"] = null,
    };

    private KomboList<object?> Team(SeededRandom random)
    {
        var users = Database.Get<AtsUsers>().Rows;
        var start = random.Below(users.Count - 2);
        return Parts.List(
            Member(users[start], "RECRUITER", Roles.Short("recruiter")),
            Member(users[start + 1], "HIRING_MANAGER", Roles.Short("hm")));
    }

    private static KomboMap Member(Row user, string oldRole, KomboMap role)
    {
        var member = AtsUsers.Short(user);
        member["hiring_team_roles"] = Parts.List(oldRole);
        member["job_roles"] = Parts.List(role);
        return member;
    }
}
