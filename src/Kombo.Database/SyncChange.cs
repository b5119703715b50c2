using Kombo.Models;

namespace Kombo.Database;

/// <summary>A row that changed. It is told when it is safely in the database.</summary>
/// <param name="Model">The model.</param>
/// <param name="Id">The Kombo id.</param>
/// <param name="Kind">What became of it.</param>
public sealed record SyncChange(SyncModel Model, string Id, SyncChangeKind Kind) : SyncEvent(Model)
{
    private Json.JsonRow? _row;
    private KomboObject? _object;

    internal SyncChange(SyncModel model, string id, SyncChangeKind kind, Json.JsonRow row)
        : this(model, id, kind) => _row = row;

    /// <summary>The object, of the class of its model. It is made when it is asked for. For what did not come back in a full read, it is as the database had it.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "What it is, whatever its class.")]
    public KomboObject? Object
    {
        get
        {
            if (_object is null && _row is not null)
            {
                _object = Model.Read(_row);
                _row = null;
            }

            return _object;
        }
    }
}
