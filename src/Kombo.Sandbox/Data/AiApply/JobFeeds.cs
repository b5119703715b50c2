using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Feeds of postings.</summary>
internal sealed class JobFeeds : Table
{
    /// <inheritdoc/>
    public override string Noun => "job feed";

    public Row Create(string label) => Add(new KomboMap { ["id"] = NextId, ["label"] = label });

    /// <inheritdoc/>
    protected override void Seed()
    {
        Create("Nightly export");
        Create("Early talents");
    }
}
