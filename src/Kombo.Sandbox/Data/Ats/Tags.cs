using System.Globalization;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Labels of candidates.</summary>
internal sealed class Tags : Table
{
    private static readonly string[] Initial =
    [
        "Talent pool", "Referral", "Top candidate", "Relocation", "Part-time only", "Junior", "Senior", "German C1", "Call back 2027",
        "Spontanbewerbung", "Conference", "Do not contact",
    ];

    /// <inheritdoc/>
    public override string Noun => "tag";

    /// <summary>The tag with this name, made if there is none yet.</summary>
    public Row Named(string name) => Rows.Find(row => row.Text("name") == name) ?? Add(name, Database.Now());

    /// <inheritdoc/>
    protected override void Seed()
    {
        foreach (var name in Initial)
        {
            Add(name, Calendar.Changed(new SeededRandom(Noun + name)));
        }
    }

    private Row Add(string name, string changedAt) => Add(new KomboMap
    {
        ["id"] = NextId,
        ["remote_id"] = string.Format(CultureInfo.InvariantCulture, "tag-{0}", Rows.Count + 1),
        ["name"] = name,
    }.Tracked(changedAt));
}
