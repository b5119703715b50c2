using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The assessments and checks that are on offer.</summary>
internal sealed class AssessmentPackages : Table
{
    private static readonly (string Id, string Type, string Name, string Description)[] All =
    [
        ("1001", "SKILLS_TEST", "TypeScript", "Forty minutes of TypeScript, in the browser."),
        ("1002", "VIDEO_INTERVIEW", "Video interview", "Five questions, answered on video."),
        ("1003", "BEHAVIORAL", "Working together", "How someone works with others."),
        ("1004", "BACKGROUND_CHECK", "Background check (EU)", "Identity, education and former employers."),
    ];

    /// <inheritdoc/>
    public override string Noun => "assessment package";

    /// <summary>Replaces the list. What is not on it any more is marked as deleted.</summary>
    public void Replace(IEnumerable<KomboMap> packages)
    {
        var now = Database.Now();
        var kept = new HashSet<Row>();
        foreach (var package in packages)
        {
            var row = Rows.Find(candidate => candidate.Id == (string)package["id"]!);
            if (row is null)
            {
                kept.Add(Add(Make(package, now)));
                continue;
            }

            row["remote_deleted_at"] = null;
            foreach (var entry in package.Where(entry => !Equals(row[entry.Key], entry.Value)).ToList())
            {
                row[entry.Key] = entry.Value;
                row["updated_at"] = now;
            }

            kept.Add(row);
        }

        foreach (var row in Rows.Where(row => !row.IsDeleted && !kept.Contains(row)))
        {
            row["remote_deleted_at"] = now;
        }
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var (id, type, name, description) in All)
        {
            Add(Make(new KomboMap { ["id"] = id, ["type"] = type, ["name"] = name, ["description"] = description }, Calendar.Changed(new SeededRandom(Noun + id))));
        }
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => row.Without("remote_deleted_at");

    private static KomboMap Make(KomboMap package, string updatedAt) => new(package) { ["updated_at"] = updatedAt, ["remote_deleted_at"] = null };
}
