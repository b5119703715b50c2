using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Who works with the applicant tracking system.</summary>
internal sealed class AtsUsers : Table
{
    private const int Count = 30;

    /// <inheritdoc/>
    public override string Noun => "user";

    /// <summary>A user as interviews and the like show it.</summary>
    public static KomboMap Short(Row user) => user.Pick("id", "remote_id", "first_name", "last_name", "email");

    /// <inheritdoc/>
    protected override void Seed()
    {
        for (var i = 0; i < Count; i++)
        {
            var random = new SeededRandom(Noun + i);
            var first = random.Pick(Names.First);
            var last = random.Pick(Names.Last);
            Add(new KomboMap
            {
                ["id"] = NextId,
                ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "usr-{0}", 700 + i),
                ["first_name"] = first,
                ["last_name"] = last,
                ["email"] = Names.Mail(first, last, "example.com"),
                ["status"] = i % 10 == 9 ? "INACTIVE" : "ACTIVE",
                ["remote_data"] = null,
                ["changed_at"] = Calendar.Changed(random),
                ["remote_deleted_at"] = null,
                ["system_roles"] = i < 3 ? Parts.List(Roles.Short("admin")) : Parts.List(),
            });
        }
    }
}
