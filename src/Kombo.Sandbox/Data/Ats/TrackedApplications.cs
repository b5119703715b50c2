using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Applications that were imported by the ids that the source has for them.</summary>
internal sealed class TrackedApplications : Table
{
    /// <inheritdoc/>
    public override string Noun => "tracked application";

    /// <summary>Imports an application. Importing it again changes nothing but the time.</summary>
    public Row Track(KomboMap identifiers, object? trackedAt)
    {
        var row = Rows.Find(row => PlainJson.ToText(row["imported_id"]) == PlainJson.ToText(identifiers))
            ?? Add(new KomboMap { ["id"] = NextId, ["imported_id"] = identifiers });
        row["tracked_at"] = trackedAt;
        return row;
    }

    /// <inheritdoc/>
    protected override void Seed()
    {
        // At first there are none.
    }
}
