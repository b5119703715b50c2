namespace Kombo.Database;

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
