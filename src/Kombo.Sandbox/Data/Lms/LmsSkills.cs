using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What courses teach.</summary>
internal sealed class LmsSkills : Table
{
    private static readonly string[] All =
    [
        "PowerShell", "C#", "SQL", "Negotiation", "Leadership", "Data protection", "Occupational safety", "Français", "Presenting", "Sandcastle engineering",
    ];

    /// <inheritdoc/>
    public override string Noun => "skill of the learning system";

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var name in All)
        {
            var changed = Calendar.Changed(new SeededRandom(Noun + name));
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["remote_id"] = Rows.Count == 4 ? null : string.Format(CultureInfo.InvariantCulture, "lsk-{0}", Rows.Count + 1),
                ["name"] = name,
                ["remote_created_at"] = Calendar.At(-700),
                ["remote_deleted_at"] = name == "Français" ? changed : null,
                ["changed_at"] = changed,
                ["remote_data"] = null,
                ["custom_fields"] = null,
                ["integration_fields"] = Parts.List(),
            });
        }
    }
}
