using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What people can do.</summary>
internal sealed class Skills : Table
{
    private static readonly (string Name, bool HasLevels)[] All =
    [
        ("C#", true), ("PowerShell", true), ("Project management", true), ("First aid", false), ("Französisch", true),
        ("Forklift licence", false), ("Negotiation", true), ("Public speaking", false), ("SQL", true), ("Sandcastle engineering", true),
    ];

    /// <inheritdoc/>
    public override string Noun => "skill";

    /// <summary>Something new to be able to do.</summary>
    public Row Create(string name, object? levels) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "skill-{0}", Rows.Count + 1),
        ["name"] = name,
        ["description"] = null,
        ["ordered_levels"] = levels,
    }.Tracked(Database.Now()));

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var (name, hasLevels) in All)
        {
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "skill-{0}", Rows.Count + 1),
                ["name"] = name,
                ["description"] = hasLevels ? $"How well someone knows {name}." : null,
                ["ordered_levels"] = hasLevels ? Parts.List("Beginner", "Advanced", "Expert") : null,
            }.Tracked(Calendar.Changed(new SeededRandom(Noun + name)), name == "Forklift licence" ? Calendar.At(-5) : null));
        }
    }
}
