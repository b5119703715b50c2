namespace Kombo.Database;

/// <summary>What a run of a sync does.</summary>
public sealed class SyncOptions
{
    /// <summary>The models to read; null for every model that the integration offers.</summary>
    public IReadOnlyList<SyncModel>? Models { get; init; }

    /// <summary>The integration; null for the client's.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>Reads everything, and marks what does not come back as gone.</summary>
    public bool Full { get; init; }

    /// <summary>The time after which a run reads everything by itself; null for never.</summary>
    public TimeSpan? FullEvery { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Takes rows of what is gone out of the tables, instead of keeping them with their <c>remote_deleted_at</c>.</summary>
    public bool Prune { get; init; }

    /// <summary>How long to wait for the first sync of an integration; null for not at all, <see cref="TimeSpan.MaxValue"/> for as long as it takes.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether <see cref="SyncChange"/> events are given out.</summary>
    public bool WithChanges { get; init; }

    /// <summary>How many rows a page has.</summary>
    public int PageSize { get; init; } = 250;

    /// <summary>The first pause between looks at an integration that is pending.</summary>
    internal TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The local clock.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;
}
