namespace Kombo.Database;

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
