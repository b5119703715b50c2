using Kombo.Models;
using static Kombo.Sandbox.Must;

namespace Kombo.Sandbox;

/// <summary>Result links have no list; they show in the raw data of what they were added to.</summary>
internal abstract class PostResultLinks : SandboxRoute
{
    /// <inheritdoc/>
    public override string Method => "POST";

    /// <inheritdoc/>
    public override bool HasWarnings => true;

    /// <inheritdoc/>
    public override Check Body { get; } = Be(
        Have("label", Text),
        Have("url", Link),
        May("details", Be(Have("custom_field_name_prefix", Text), Have("attributes", ListOf(Be(Have("key", Text), Have("value", Text)))))),
        RemoteFields);

    /// <summary>Adds the link to a record.</summary>
    protected static void Add(Row row, string kind, KomboMap body) =>
        row.AddRemote($"/{kind}/{row.RemoteId}/result-links", new KomboMap(body.Where(member => member.Key != "remote_fields")));
}
