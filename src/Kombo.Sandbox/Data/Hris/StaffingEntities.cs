using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Positions, the requisitions to fill some of them, and jobs that are always open.</summary>
internal sealed class StaffingEntities : Table
{
    /// <summary>The skills that are expected, each with its level. They are sent as skills.</summary>
    private const string Expected = "expected_skills";

    private const int Positions = 60;

    /// <summary>What people are wanted for, and the row of their department.</summary>
    private static readonly (string Title, int Department)[] Wanted =
    [
        ("Software Engineer", 1), ("Payroll Specialist", 6), ("Account Executive", 3), ("Controller", 7), ("Product Designer", 2),
        ("Logistics Coordinator", 8), ("Recruiter", 6), ("Customer Success Manager", 5), ("Site Reliability Engineer", 1), ("Werkstudent Marketing", 4),
    ];

    /// <inheritdoc/>
    public override string Noun => "staffing entity";

    /// <summary>Whether people can still be hired for it.</summary>
    public static bool IsOpen(Row row) => row.Text("status") is "OPEN_LIMITED" or "OPEN_UNLIMITED" or null;

    /// <summary>Somebody was hired for it.</summary>
    public void Hire(Row row)
    {
        if (row["number_of_openings"] is { } openings && row.Text("status") == "OPEN_LIMITED")
        {
            var left = Convert.ToInt32(openings, CultureInfo.InvariantCulture) - 1;
            row["number_of_openings"] = left;
            row["status"] = left > 0 ? "OPEN_LIMITED" : "FILLED";
            Changed(row);
        }
    }

    /// <summary>A group or a place that some of them are for has another name now.</summary>
    /// <param name="list">The member that shows it: groups, or locations.</param>
    /// <param name="part">The group or place.</param>
    public void Renamed(string list, Row part)
    {
        bool IsIt(object? shown) => ((KomboMap)shown!)["id"] is string id && id == part.Id;

        foreach (var row in Rows.Where(row => !row.IsDeleted && ((KomboList<object?>)row[list]!).Any(IsIt)).ToList())
        {
            row[list] = new KomboList<object?>(((KomboList<object?>)row[list]!).Select(shown => IsIt(shown) ? part.Pick("id", "remote_id", "name", "type") : shown));
            Linked(row);
        }
    }

    /// <summary>A skill that some of them expect looks different now.</summary>
    public void SkillChanged(string skillId)
    {
        foreach (var row in Rows.Where(row => ExpectedBy(row).Any(expected => expected.SkillId == skillId)).ToList())
        {
            Linked(row);
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => new(row.Without(Expected))
    {
        ["skills"] = new KomboList<object?>(ExpectedBy(row).Select(expected =>
        {
            var skill = Database.Get<Skills>().Rows.First(skill => skill.Id == expected.SkillId);
            return new KomboMap
            {
                ["skill_id"] = skill.Id,
                ["skill"] = Skills.Short(skill),
                ["expected_proficiency"] = expected.Level switch
                {
                    null => null,
                    string option => new KomboMap { ["type"] = "SINGLE_SELECT", ["selected_option_id"] = option },
                    var number => new KomboMap { ["type"] = "NUMERIC", ["value"] = number },
                },
            };
        })),
    };

    /// <inheritdoc/>
    protected override void Seed()
    {
        for (var i = 0; i < Positions; i++)
        {
            var random = new SeededRandom(Noun + i);
            var (title, department) = Wanted[i % Wanted.Length];
            var place = random.Below(6);
            var isOpen = i % 3 == 0;
            var status = isOpen ? "OPEN_LIMITED" : random.Pick(["FILLED", "FILLED", "FILLED", "FROZEN", "CLOSED"]);
            var position = Add("POSITION", title, status, null, isOpen ? 1 : null, department, place, random);
            if (isOpen)
            {
                Add(
                    "REQUISITION",
                    $"{title} ({(i % 2 == 0 ? "replacement" : "growth")})",
                    random.Pick(["OPEN_LIMITED", "OPEN_LIMITED", "PENDING"]),
                    position.Id,
                    1 + (i % 2),
                    department,
                    place,
                    random);
            }
        }

        foreach (var (title, department) in Wanted.Take(4))
        {
            var random = new SeededRandom(Noun + title);
            Add("JOB", title, "OPEN_UNLIMITED", null, null, department, random.Below(6), random);
        }

        Add(null, "Initiativbewerbung", null, null, null, null, 0, new SeededRandom(Noun));
    }

    private static IEnumerable<(string SkillId, object? Level)> ExpectedBy(Row row) =>
        ((KomboList<object?>)row[Expected]!).Cast<KomboMap>().Select(expected => ((string)expected["skill_id"]!, expected["level"]));

    /// <summary>One skill, and for some also that whose levels are numbers.</summary>
    private KomboList<object?> SkillsFor(string remoteId)
    {
        var skills = Database.Get<Skills>().Rows.Where(skill => !skill.IsDeleted).ToList();
        var random = new SeededRandom(Noun + " skills " + remoteId);
        if (random.InThousand(300))
        {
            return Parts.List();
        }

        var skill = random.Pick(skills);
        var level = Skills.IsNumeric(skill) || random.InThousand(200) ? null : Skills.OptionOf(skill, random.Pick(["Beginner", "Advanced", "Expert"]));
        var numeric = skills.Find(Skills.IsNumeric)!;
        List<object?> expected = [Expect(skill, level)];
        if (skill != numeric && random.InThousand(250))
        {
            expected.Add(Expect(numeric, (long)random.Between(2, 5)));
        }

        return new KomboList<object?>(expected);
    }

    private static KomboMap Expect(Row skill, object? level) => new() { ["skill_id"] = skill.Id, ["level"] = level };

    private static KomboList<object?>? Kinds(string title, SeededRandom random) => random.InThousand(100)
        ? null
        : title.StartsWith("Werkstudent", StringComparison.Ordinal) ? Parts.List(Kind("Werkstudent", "WORKING_STUDENT"), Kind("Abrufkraft", null))
        : Parts.List(Kind("Vollzeit", "FULL_TIME"), Kind("Teilzeit", "PART_TIME"));

    private static KomboMap Kind(string label, string? type) => new() { ["remote_label"] = label, ["unified_type"] = type };

    private Row Add(string? type, string title, string? status, string? parent, int? openings, int? department, int place, SeededRandom random)
    {
        var created = Calendar.At(-random.Between(20, 400), random.Below(3600));
        var deleted = type == "POSITION" && status == "CLOSED" && random.InThousand(400) ? Calendar.At(-random.Between(1, 13)) : null;
        var remoteId = string.Format(CultureInfo.InvariantCulture, "SE-{0}", 1000 + Rows.Count);
        return Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = remoteId,
            ["name"] = title,
            ["model_type"] = type,
            ["description"] = random.InThousand(800) ? $"<p>We look for a <b>{title}</b>. Bring a bucket and a shovel.</p>" : null,
            ["status"] = status,
            ["employment_types"] = Kinds(title, random),
            ["number_of_openings"] = openings,
            ["parent_id"] = parent,
            ["remote_url"] = random.InThousand(700) ? $"https://sandbox.kombo.invalid/staffing/{remoteId}" : null,
            ["remote_created_at"] = created,
            ["remote_updated_at"] = random.InThousand(800) ? created : null,
            ["custom_fields"] = random.InThousand(300) ? new KomboMap { ["budget"] = 1000 * random.Between(40, 120) } : null,
            ["integration_fields"] = Parts.List(),
            ["locations"] = Parts.List(Database.Get<Locations>().Rows[place].Pick("id", "remote_id", "name", "type")),
            ["legal_entities"] = Parts.List(Database.Get<LegalEntities>().Rows[place is >= 3 ? place - 2 : 0].Pick("id", "remote_id", "name")),
            [Expected] = SkillsFor(remoteId),
            ["groups"] = department is not { } row ? Parts.List() : Parts.List(Database.Get<Groups>().Rows[row].Pick("id", "remote_id", "name", "type")),
        }.Tracked(deleted ?? Calendar.Changed(random), deleted));
    }
}
