using Kombo.Models;

namespace Kombo.Database;

/// <summary>Something that a run tells.</summary>
/// <param name="Model">The model that it is about.</param>
public abstract record SyncEvent(SyncModel Model);

/// <summary>How far a run is.</summary>
/// <param name="Model">The model that is being read.</param>
/// <param name="Number">Which of the models it is, from 1 on.</param>
/// <param name="Count">How many models there are.</param>
/// <param name="Read">How many of its rows were read in this run.</param>
/// <param name="Waiting">How long the run waits now for the first sync of the integration; null when it reads.</param>
public sealed record SyncProgress(SyncModel Model, int Number, int Count, long Read, TimeSpan? Waiting) : SyncEvent(Model);

/// <summary>What became of a row.</summary>
public enum SyncChangeKind
{
    /// <summary>It is new, or is there again.</summary>
    Added,

    /// <summary>It is another than before.</summary>
    Changed,

    /// <summary>It is gone from the connected tool.</summary>
    Removed,
}

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

/// <summary>How the read of a model ended.</summary>
public enum SyncStatus
{
    /// <summary>All is in the database.</summary>
    Done,

    /// <summary>The integration does not offer it.</summary>
    Skipped,

    /// <summary>The integration's first sync is not over.</summary>
    Pending,

    /// <summary>It failed. What was read before is kept, and the next run goes on there.</summary>
    Failed,
}

/// <summary>What a run did for a model; the last event of each.</summary>
/// <param name="Model">The model.</param>
/// <param name="IntegrationId">The integration.</param>
/// <param name="Status">How it ended.</param>
public sealed record SyncSummary(SyncModel Model, string IntegrationId, SyncStatus Status) : SyncEvent(Model)
{
    /// <summary>How many rows were read.</summary>
    public long Read { get; init; }

    /// <summary>How many are new in the database.</summary>
    public long Inserted { get; init; }

    /// <summary>How many are others than before.</summary>
    public long Updated { get; init; }

    /// <summary>How many are gone since the last time.</summary>
    public long Deleted { get; init; }

    /// <summary>How many were read and were in the database already.</summary>
    public long Unchanged { get; init; }

    /// <summary>How many pages were read.</summary>
    public int Pages { get; init; }

    /// <summary>The time from which on changes were asked for, in UTC; null when everything was read.</summary>
    public DateTime? From { get; init; }

    /// <summary>The time up to which the database is current now, in UTC, by the server's clock; null when nothing was read to its end.</summary>
    public DateTime? Until { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether everything was read.</summary>
    public bool IsFull { get; init; }

    /// <summary>Whether the run went on where an earlier one was interrupted.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Why it was skipped or failed; null when it is done. The code and the message of the API are in it.</summary>
    public KomboException? Error { get; init; }

    /// <summary>Why the database did not take it; null when that was not the reason.</summary>
    public KomboDatabaseException? DatabaseError { get; init; }
}

/// <summary>What a run would do for a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="IntegrationId">The integration.</param>
/// <param name="From">The time from which on changes would be asked for, in UTC; null for everything.</param>
/// <param name="IsFull">Whether everything would be read.</param>
/// <param name="IsResumed">Whether the run would go on where an earlier one was interrupted.</param>
public sealed record SyncPlan(SyncModel Model, string IntegrationId, DateTime? From, bool IsFull, bool IsResumed);
