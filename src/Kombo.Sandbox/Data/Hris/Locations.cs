using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The places where people work.</summary>
internal sealed class Locations : Table
{
    /// <inheritdoc/>
    public override string Noun => "location";

    /// <inheritdoc/>
    protected override void Seed()
    {
        Add("Berlin HQ", "OFFICE", Parts.Address("Lohmühlenstraße 65", "12435", "Berlin", "Berlin", "DE"));
        Add("Hamburg", "OFFICE", Parts.Address("Am Sandtorkai 5", "20457", "Hamburg", "Hamburg", "DE"));
        Add("München", "OFFICE", Parts.Address("Kieselweg 12", "80331", "München", "Bayern", "DE"));
        Add("Wien", "OFFICE", Parts.Address("Praterstraße 1", "1020", "Wien", null, "AT"));
        Add("London", "OFFICE", Parts.Address("1 Sandpit Lane", "N1 9GU", "London", null, "GB"));
        Add("New York", "OFFICE", Parts.Address("500 Dune Street", "10001", "New York", "NY", "US"));
        Add("Remote", "REMOTE", null);
        Add("Lager Spandau", "WAREHOUSE", Parts.Address(null, null, "Berlin", null, "Deutschland"), Calendar.At(-30));
    }

    private void Add(string name, string type, KomboMap? address, string? deleted = null) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "loc-{0}", Rows.Count + 1),
        ["name"] = name,
        ["address"] = address,
        ["type"] = type,
    }.Tracked(deleted ?? Calendar.Changed(new SeededRandom(Noun + Rows.Count)), deleted));
}
