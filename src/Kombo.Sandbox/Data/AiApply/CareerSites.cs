using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Where the company publishes its openings.</summary>
internal sealed class CareerSites : Table
{
    /// <inheritdoc/>
    public override string Noun => "career site";

    public Row Create(string label) => Add(new KomboMap { ["id"] = NextId, ["label"] = label });

    /// <summary>The career site with this label; it is made if there is none.</summary>
    public Row Labelled(string label) => Rows.Find(row => row.Text("label") == label) ?? Create(label);

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var label in new[] { "Sandcastle Careers", "Sandcastle Karriere DACH", "Sandcastle Early Talents" })
        {
            Create(label);
        }
    }
}
