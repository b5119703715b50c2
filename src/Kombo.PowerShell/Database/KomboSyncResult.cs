namespace Kombo.PowerShell;

/// <summary>What Sync-KomboDatabase did for a model.</summary>
public sealed class KomboSyncResult
{
    internal KomboSyncResult(string model, string integrationId)
    {
        Model = model;
        IntegrationId = integrationId;
    }

    /// <summary>The model, such as Employee.</summary>
    public string Model { get; }

    /// <summary>The integration.</summary>
    public string IntegrationId { get; }

    /// <summary>How many rows were read.</summary>
    public long Read { get; init; }

    /// <summary>How many were added to the table.</summary>
    public long Inserted { get; init; }

    /// <summary>How many differed from the table.</summary>
    public long Updated { get; init; }

    /// <summary>How many are deleted in the connected tool since the last run.</summary>
    public long Deleted { get; init; }

    /// <summary>How many were in the table already, as they are.</summary>
    public long Unchanged { get; init; }

    /// <summary>How many pages were read.</summary>
    public int Pages { get; init; }

    /// <summary>The time of the server from which on changes were read, in UTC; null when everything was read.</summary>
    public DateTime? From { get; init; }

    /// <summary>The time of the server up to which the table is current now, in UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>True when everything was read.</summary>
    public bool IsFull { get; init; }

    /// <summary>True when the run went on where an earlier one was interrupted.</summary>
    public bool IsResumed { get; init; }

    /// <summary>The model's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Model;
}
