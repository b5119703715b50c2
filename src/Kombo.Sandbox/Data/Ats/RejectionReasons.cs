using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Why candidates are declined.</summary>
internal sealed class RejectionReasons : Table
{
    private static readonly string[] Names =
    [
        "Not enough experience", "Missing language skills", "Salary expectations too high", "Position filled", "Candidate withdrew",
        "No work permit", "Absage nach Interview", "Culture add", "Duplicate application",
    ];

    /// <inheritdoc/>
    public override string Noun => "rejection reason";

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var name in Names)
        {
            var deleted = name == "Culture add" ? Calendar.At(-120) : null;
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "rr-{0}", Rows.Count + 1),
                ["name"] = name,
            }.Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + name)), deleted));
        }
    }
}
