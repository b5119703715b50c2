namespace Kombo;

/// <summary>
/// Reads a list page by page. While the caller works on a page, the one after it is already being fetched; never more
/// than one. Not for use by several threads at once.
/// </summary>
/// <typeparam name="T">The kind of row.</typeparam>
public sealed class PageReader<T> : IDisposable
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _fetch;
    private readonly CancellationTokenSource _stop;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string? _cursor;
    private Task<Page<T>>? _coming;
    private bool _done;

    internal PageReader(Func<string?, CancellationToken, Task<Page<T>>> fetch, string? cursor, CancellationToken cancellationToken)
    {
        _fetch = fetch;
        _cursor = cursor;
        _ = cursor is not null && _seen.Add(cursor);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Whether the page after the next one is fetched while the caller works on that; true unless it is set.</summary>
    public bool ReadsAhead { get; set; } = true;

    /// <summary>Fetches the next page before <see cref="NextAsync"/> is called for it.</summary>
    /// <returns>Ends when the page has come, or could not be read, which <see cref="NextAsync"/> tells.</returns>
    public Task Begin() => _done ? Task.CompletedTask : _coming ??= Fetch();

    /// <summary>The next page.</summary>
    /// <returns>The page, or null when there are no more.</returns>
    /// <exception cref="KomboException">
    /// The page could not be read. <see cref="KomboException.Cursor"/> is where to resume; the reader is at its end.
    /// </exception>
    public async Task<Page<T>?> NextAsync()
    {
        if (_done)
        {
            return null;
        }

        try
        {
            var page = await (_coming ??= Fetch()).ConfigureAwait(false);
            if (_done)
            {
                return null; // Given up meanwhile.
            }

            _coming = null;
            if (page.Next is null)
            {
                _done = true;
            }
            else if (!_seen.Add(page.Next))
            {
                throw new KomboException(KomboFailure.UnexpectedResponse, "The server returned the cursor of a page that was already read, so the list would never end.");
            }
            else
            {
                _cursor = page.Next;
                _coming = ReadsAhead ? Fetch() : null;
            }

            return page;
        }
        catch (KomboException failure)
        {
            _done = true;
            failure.Cursor = _cursor;
            throw;
        }
    }

    /// <summary>Gives up the page that is being fetched.</summary>
    public void Dispose()
    {
        _done = true;
        if (_coming is { } abandoned)
        {
            _coming = null;
            _stop.Cancel();

            // Its failure, if any, is of no interest to anyone any more, but must be looked at.
            _ = abandoned.ContinueWith(
                static (task, stop) =>
                {
                    _ = task.Exception;
                    ((CancellationTokenSource)stop!).Dispose();
                },
                _stop,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
        else
        {
            _stop.Dispose();
        }
    }

    // On the pool: reading a page's JSON must not happen on the thread that works on the page before.
    private Task<Page<T>> Fetch()
    {
        var cursor = _cursor;
        return Task.Run(() => _fetch(cursor, _stop.Token), _stop.Token);
    }
}
