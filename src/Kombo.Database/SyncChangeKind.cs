namespace Kombo.Database;

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
