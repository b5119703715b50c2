using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What people say about the work of each other.</summary>
internal sealed class PerformanceReviews : Table
{
    private static readonly object?[] Options = ["Below expectations", "Meets expectations", "Exceeds expectations"];

    /// <inheritdoc/>
    public override string Noun => "performance review";

    /// <inheritdoc/>
    public override string? UpdatedAt(Row row)
    {
        var employees = Database.Get<Employees>();
        var latest = Later(base.UpdatedAt(row), employees.Find(row.Text("reviewee_id"))?.Text("changed_at"));
        latest = Later(latest, employees.Find(row.Text("reviewer_id"))?.Text("changed_at"));
        return Later(latest, Cycle(row)?.Text("changed_at"));
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        var employees = Database.Get<Employees>();
        var cycles = Database.Get<PerformanceReviewCycles>().Rows;
        foreach (var employee in employees.Rows.Where(row => !row.IsDeleted && row.Text("employment_status") == "ACTIVE"))
        {
            var random = new SeededRandom(Noun + employee.Id);
            var manager = employees.Find(employee.Text("manager_id"));
            if (manager is null || !random.InThousand(300))
            {
                continue;
            }

            var cycle = cycles[random.Below(PerformanceReviewCycles.Count)];
            Add(employee, manager, "MANAGER", cycle, random);
            switch (random.Below(5))
            {
                case 0:
                    Add(employee, employee, "SELF", cycle, random);
                    break;
                case 1:
                    Add(manager, employee, "DIRECT_REPORT", cycle, random);
                    break;
                case 2:
                    Add(employee, null, "PEER", cycle, random);
                    break;
                case 3:
                    Add(employee, manager, null, null, random);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => new(row.Without("reviewee_id", "reviewer_id", "cycle_id"))
    {
        ["reviewee"] = Person(row.Text("reviewee_id")),
        ["reviewer"] = Person(row.Text("reviewer_id")),
        ["review_cycle"] = Cycle(row)?.Fields,
    };

    private static KomboMap? Rating(SeededRandom random) => random.Below(6) switch
    {
        0 => null,
        1 or 2 => new KomboMap { ["type"] = "SINGLE_SELECT", ["ordered_options"] = new KomboList<object?>(Options), ["value"] = random.Pick(Options) },
        3 => new KomboMap { ["type"] = "NUMERIC", ["min"] = null, ["max"] = null, ["value"] = random.Between(50, 100) },
        _ => new KomboMap { ["type"] = "NUMERIC", ["min"] = 1, ["max"] = 5, ["value"] = random.Between(2, 9) / 2.0 },
    };

    private KomboMap? Person(string? id) =>
        Database.Get<Employees>().Find(id)?.Pick("id", "remote_id", "first_name", "last_name", "display_full_name", "work_email", "remote_deleted_at");

    private Row? Cycle(Row row) => Database.Get<PerformanceReviewCycles>().Find(row.Text("cycle_id"));

    private void Add(Row reviewee, Row? reviewer, string? type, Row? cycle, SeededRandom random)
    {
        var deleted = random.InThousand(15) ? Calendar.At(-random.Between(1, 13)) : null;
        Add(new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "review-{0}", 7000 + Rows.Count),
            ["type"] = type,
            ["summary_comment"] = random.InThousand(600) ? random.Pick(["Reliable, and a pleasure to work with.", "Sehr gute Arbeit; weiter so!", "Delivers; should ask for help earlier."]) : null,
            ["summary_rating"] = Rating(random),
            ["reviewee_id"] = reviewee.Id,
            ["reviewer_id"] = reviewer?.Id,
            ["cycle_id"] = cycle?.Id,
        }.Tracked(deleted ?? Calendar.Changed(random), deleted));
    }
}
