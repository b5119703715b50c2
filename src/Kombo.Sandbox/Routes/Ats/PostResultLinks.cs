using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Result links have no list; they show in the raw data of what they were added to.</summary>
internal abstract class PostResultLinks : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <summary>Adds the link to a record.</summary>
    protected static void Add(Row row, string kind, KomboMap body) =>
        row.AddRemote($"/{kind}/{row.RemoteId}/result-links", new KomboMap(body.Where(member => member.Key != "remote_fields")));
}
