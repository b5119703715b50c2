using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>The syncs that were asked for. A sync runs until ten changes have been made after it.</summary>
internal sealed class Syncs : Table
{
    private const int Duration = 10;

    /// <inheritdoc/>
    public override string Noun => "sync";

    /// <summary>Starts a sync, unless one of the same type runs already.</summary>
    /// <returns>The answer.</returns>
    public KomboMap Start(string integrationId, string type)
    {
        var now = Database.Now();
        var running = Rows.FindLast(row => row.Text("integration_id") == integrationId && row.Text("type") == type && string.CompareOrdinal(now, row.Text("ends_at")) < 0);
        var sync = running ?? Add(new KomboMap
        {
            ["id"] = NextId,
            ["integration_id"] = integrationId,
            ["type"] = type,
            ["ends_at"] = KomboTime.FormatInstant(Calendar.Parse(now).AddSeconds(Duration)),
        });
        return new KomboMap { ["already_queued"] = running is not null, ["sync_id"] = sync.Id, ["type"] = sync["type"] };
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
    }
}
