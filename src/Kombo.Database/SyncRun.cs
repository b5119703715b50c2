namespace Kombo.Database;

/// <summary>A run of a sync. Not for use by several threads at once.</summary>
public sealed class SyncRun
{
    private readonly IAsyncEnumerator<SyncEvent> _events;
    private Task<SyncEvent?> _next = Task.FromResult<SyncEvent?>(null);

    internal SyncRun(IAsyncEnumerator<SyncEvent> events) => _events = events;

    /// <summary>Works until there is something to tell. The work with the database is done on the thread pool.</summary>
    /// <returns>What happened; null when the run is over. The last event of each model is its <see cref="SyncSummary"/>.</returns>
    /// <exception cref="KomboDatabaseException">The database failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<SyncEvent?> NextAsync() =>
        _next = Task.Run<SyncEvent?>(async () => await _events.MoveNextAsync().ConfigureAwait(false) ? _events.Current : null);

    /// <summary>Ends the run, after what is under way, and lets go of the database. Cancel it first to end it soon.</summary>
    /// <returns>When it is over.</returns>
    public async Task EndAsync()
    {
        try
        {
            await _next.ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is KomboDatabaseException or KomboException or OperationCanceledException)
        {
            // Whoever waited for it has it.
        }

        await _events.DisposeAsync().ConfigureAwait(false);
    }
}
