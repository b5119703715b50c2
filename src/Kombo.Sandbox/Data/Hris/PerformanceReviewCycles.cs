using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The rounds of performance reviews: two a year.</summary>
internal sealed class PerformanceReviewCycles : Table
{
    /// <summary>How many rounds have reviews.</summary>
    public const int Count = 4;

    /// <inheritdoc/>
    public override string Noun => "performance review cycle";

    /// <inheritdoc/>
    protected override void Seed()
    {
        Add("2025 Mid-Year", -670);
        Add("2025 Year-End", -489);
        Add("2026 Mid-Year", -305);
        Add("2026 Year-End", -124);
        Add("Probezeitgespräche", null);
        Add("Pilot 2024", -1000, Calendar.At(-100));
    }

    private void Add(string name, int? start, string? deleted = null) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "cycle-{0}", Rows.Count + 1),
        ["name"] = name,
        ["review_period_start_date"] = start is { } days ? Calendar.Midnight(days) : null,
    }.Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + Rows.Count)), deleted));
}
