using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The companies that the group consists of.</summary>
internal sealed class LegalEntities : Table
{
    /// <inheritdoc/>
    public override string Noun => "legal entity";

    /// <inheritdoc/>
    protected override void Seed()
    {
        Add("Sandkasten GmbH", Parts.Address("Lohmühlenstraße 65", "12435", "Berlin", "Berlin", "DE"));
        Add("Sandkasten Österreich GmbH", Parts.Address("Praterstraße 1", "1020", "Wien", null, "AT"));
        Add("Sandkasten UK Ltd", Parts.Address("1 Sandpit Lane", "N1 9GU", "London", null, "GB"));
        Add("Sandkasten Inc.", Parts.Address("500 Dune Street", "10001", "New York", "NY", "US"));
        Add("Sandkasten Beteiligungs-KG i. L.", null, Calendar.At(-60));
    }

    private void Add(string name, KomboMap? address, string? deleted = null) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "le-{0}", Rows.Count + 1),
        ["name"] = name,
        ["address"] = address,
    }.Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + Rows.Count)), deleted));
}
