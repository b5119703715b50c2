using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What people can do.</summary>
internal sealed class Skills : Table
{
    /// <summary>The caller's own id of a skill. It is not sent.</summary>
    private const string OriginId = "origin_id";

    private const string Scale = "proficiency_scale";
    private const string Numeric = "NUMERIC";

    private static readonly (string Name, bool HasLevels)[] All =
    [
        ("C#", true), ("PowerShell", true), ("Project management", true), ("First aid", false), ("Französisch", true),
        ("Forklift licence", false), ("Negotiation", true), ("Public speaking", false), ("SQL", true), ("Sandcastle engineering", true),
    ];

    /// <inheritdoc/>
    public override string Noun => "skill";

    /// <summary>Whether the levels of a skill are numbers.</summary>
    public static bool IsNumeric(Row skill) => (skill[Scale] as KomboMap)?["type"] is Numeric;

    /// <summary>A skill as staffing entities show it.</summary>
    public static KomboMap Short(Row skill) => skill.Pick("id", "remote_id", "name", Scale);

    /// <summary>The id of the level with this name; null for none.</summary>
    public static object? OptionOf(Row skill, string? level) => Options(skill).FirstOrDefault(option => Equals(option["name"], level))?["id"];

    /// <summary>A level as ratings show it; null for none.</summary>
    /// <exception cref="SandboxException">The skill has no such level.</exception>
    public static KomboMap? Proficiency(Row skill, object? level)
    {
        if (level is null)
        {
            return null;
        }

        if (IsNumeric(skill))
        {
            var scale = (KomboMap)skill[Scale]!;
            var fits = level is not string && Convert.ToDouble(level, CultureInfo.InvariantCulture) is var number
                && number >= Convert.ToDouble(scale["min"], CultureInfo.InvariantCulture) && number <= Convert.ToDouble(scale["max"], CultureInfo.InvariantCulture);
            return fits ? new KomboMap { ["type"] = Numeric, ["value"] = level } : throw NoLevel(skill, level);
        }

        var options = Options(skill).ToList();
        return options.Exists(option => Equals(option["id"], level))
            ? new KomboMap { ["type"] = "SINGLE_SELECT", ["options"] = new KomboList<object?>(options), ["selected_option_id"] = level }
            : throw NoLevel(skill, level);
    }

    /// <summary>A skill as answers show it.</summary>
    public KomboMap Full(Row row) => Expand(row);

    /// <summary>The skill that was created with this id of the caller; null when there is none.</summary>
    public Row? OfOrigin(string originId) => Rows.Find(row => row.Text(OriginId) == originId);

    /// <summary>Something new to be able to do.</summary>
    public Row Create(string name, string? originId, object? levels)
    {
        var row = Add(Make(name, null, null).Tracked(Database.Now()));
        row[OriginId] = originId;
        SetLevels(row, levels);
        return row;
    }

    /// <summary>Changes the levels.</summary>
    public static void SetLevels(Row row, object? levels)
    {
        row["ordered_levels"] = levels;
        row[Scale] = ScaleOf(row.RemoteId!, levels);
    }

    /// <summary>The skill is back in use.</summary>
    public void Restore(Row row)
    {
        row["remote_deleted_at"] = null;
        Changed(row);
    }

    /// <inheritdoc/>
    protected override KomboMap Expand(Row row) => row.Without(OriginId);

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var (name, hasLevels) in All)
        {
            Add(Make(name, hasLevels ? $"How well someone knows {name}." : null, hasLevels ? Parts.List("Beginner", "Advanced", "Expert") : null)
                .Tracked(Calendar.Changed(new SeededRandom(Noun + name)), name == "Forklift licence" ? Calendar.At(-5) : null));
        }

        var tested = Make("Bucket carrying", "Measured once a year.", null);
        tested[Scale] = new KomboMap
        {
            ["id"] = Ids.Make("proficiency scale", Rows.Count),
            ["remote_id"] = "scale-one-to-five",
            ["type"] = Numeric,
            ["min"] = 1,
            ["max"] = 5,
            ["step"] = null,
        };
        Add(tested.Tracked(Calendar.Changed(new SeededRandom(Noun + "Bucket carrying"))));
    }

    private static IEnumerable<KomboMap> Options(Row skill) =>
        skill[Scale] is KomboMap scale && scale.TryGetValue("ordered_options", out var options) ? ((KomboList<object?>)options!).Cast<KomboMap>() : [];

    private static SandboxException NoLevel(Row skill, object? level) =>
        new("REMOTE.INPUT_INVALID", string.Format(CultureInfo.InvariantCulture, "The skill '{0}' has no level '{1}'.", skill.Text("name"), level));

    private static KomboMap? ScaleOf(string remoteId, object? levels) => levels is not KomboList<object?> { Count: > 0 } names ? null : new KomboMap
    {
        ["id"] = Ids.Make("proficiency scale of " + remoteId, names.Count),
        ["remote_id"] = "scale-" + remoteId,
        ["type"] = "SINGLE_SELECT",
        ["ordered_options"] = new KomboList<object?>(names.Select((level, i) => new KomboMap
        {
            ["id"] = Ids.Make($"proficiency option of {remoteId} {level}", i),
            ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "{0}-{1}", remoteId, i + 1),
            ["name"] = level,
        })),
    };

    private KomboMap Make(string name, string? description, KomboList<object?>? levels)
    {
        var remoteId = string.Format(CultureInfo.InvariantCulture, "skill-{0}", Rows.Count + 1);
        return new KomboMap
        {
            ["id"] = NextId,
            ["remote_id"] = remoteId,
            ["name"] = name,
            ["description"] = description,
            ["ordered_levels"] = levels,
            [Scale] = ScaleOf(remoteId, levels),
        };
    }
}
