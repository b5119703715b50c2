namespace Kombo.PowerShell;

/// <summary>A table of a database of Sync-KomboDatabase, for one integration.</summary>
public sealed class KomboDatabaseTable
{
    internal KomboDatabaseTable(string model, string table, string integrationId)
    {
        Model = model;
        Table = table;
        IntegrationId = integrationId;
    }

    /// <summary>The model, such as Employee.</summary>
    public string Model { get; }

    /// <summary>The name of the table, such as hris_employees.</summary>
    public string Table { get; }

    /// <summary>The integration.</summary>
    public string IntegrationId { get; }

    /// <summary>How many rows of the integration it has, deleted ones included.</summary>
    public long Rows { get; init; }

    /// <summary>How many of them are deleted in the connected tool.</summary>
    public long Deleted { get; init; }

    /// <summary>The time of the server up to which changes have been read, in UTC; null when the first run has not come to its end.</summary>
    public DateTime? Watermark { get; init; }

    /// <summary>The time of the server at which everything was read last, in UTC.</summary>
    public DateTime? FullAt { get; init; }

    /// <summary>How long ago the watermark is.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>True when the last run was interrupted. The next one goes on at its page.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>The table's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Table;
}
