namespace Kombo.PowerShell;

/// <summary>
/// Sends rows in the background, so many at a time and in the order of the input; those that concern the same object one
/// after the other. It needs no engine.
/// </summary>
internal sealed class RowSender : IDisposable
{
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _close;
    private readonly CancellationTokenSource _abandon = new();
    private readonly Dictionary<string, Task> _latest = new(StringComparer.Ordinal);
    private readonly Action<KomboNotice> _notify;
    private readonly Action _ended;
    private int _open;

    /// <summary>A sender.</summary>
    /// <param name="limit">How many rows may be under way at the same time.</param>
    /// <param name="notify">Told on any thread what happens.</param>
    /// <param name="ended">Told on any thread that a row has ended.</param>
    /// <param name="stop">Ends what has not been sent yet.</param>
    public RowSender(int limit, Action<KomboNotice> notify, Action ended, CancellationToken stop)
    {
        _slots = new SemaphoreSlim(limit);
        _close = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _notify = notify;
        _ended = ended;
    }

    /// <summary>How many rows have not ended.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>True when no more rows are sent.</summary>
    public bool IsClosed => _close.IsCancellationRequested;

    /// <summary>Sends a row as soon as there is room. Called by one thread.</summary>
    public void Start(WriteRow row)
    {
        Task? before = null;
        if (row.Concerned is { } concerned)
        {
            _latest.TryGetValue(concerned, out before);
        }

        Interlocked.Increment(ref _open);

        // Taken here, by the one thread, so that rows leave in their order; those behind another one wait for it first.
        var slot = before is null ? _slots.WaitAsync(_close.Token) : null;
        row.Ended = Task.Run(() => SendAsync(row, before, slot));
        if (row.Concerned is not null)
        {
            _latest[row.Concerned] = row.Ended;
        }

        if (_latest.Count > 1000)
        {
            foreach (var over in _latest.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
            {
                _latest.Remove(over);
            }
        }
    }

    /// <summary>Sends no more rows; those that have been sent go on.</summary>
    public void Close() => _close.Cancel();

    /// <summary>Ends those that have been sent, too: nobody waits for their answers any longer.</summary>
    public void Abandon() => _abandon.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _close.Cancel();
        _abandon.Cancel();
    }

    private async Task SendAsync(WriteRow row, Task? before, Task? slot)
    {
        var hasSlot = false;
        try
        {
            if (before is not null)
            {
                await before.ConfigureAwait(false);
            }

            await (slot ?? _slots.WaitAsync(_close.Token)).ConfigureAwait(false);
            hasSlot = true;
            End(row, await AttemptAsync(row).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!hasSlot && IsClosed)
        {
            End(row, RowStatus.NotSent);
        }
        finally
        {
            // Only now: the next row must not leave between the failure that all would share and the end that it brings.
            if (hasSlot)
            {
                _slots.Release();
            }
        }
    }

    private async Task<RowStatus> AttemptAsync(WriteRow row)
    {
        try
        {
            _close.Token.ThrowIfCancellationRequested();
            var watch = new ChangeWatch
            {
                Leaving = () =>
                {
                    _close.Token.ThrowIfCancellationRequested();
                    row.Entry?.Write(JournalEvent.Sending);
                    row.IsSent = !row.IsRead;
                },
                Refused = () =>
                {
                    row.IsSent = false;
                    row.Entry?.Write(JournalEvent.Refused);
                },
                Abandon = row.IsRead ? _close.Token : _abandon.Token,
            };
            row.Answers = await row.Send!(watch, notice => Notify(row, notice), _close.Token).ConfigureAwait(false);
            row.Id = (row.Answers.Count > 0 ? IdOf(row.Answers[0]) : null) ?? row.Id;
            return RowStatus.Done;
        }
        catch (OperationCanceledException) when (IsClosed || _abandon.IsCancellationRequested)
        {
            if (!row.IsSent)
            {
                return RowStatus.NotSent;
            }

            row.Failure = new KomboException(KomboFailure.OutcomeUnknown, "The command was ended before the answer came.") { Context = row.Context };
            return RowStatus.Unknown;
        }
        catch (KomboException failure)
        {
            return row.FailBy(failure);
        }
    }

    private void End(WriteRow row, RowStatus status)
    {
        try
        {
            if (row.IsSent || status is RowStatus.Done or RowStatus.Unknown)
            {
                row.Entry?.Write(
                    status switch
                    {
                        RowStatus.Done => JournalEvent.Done,
                        RowStatus.Unknown => JournalEvent.Unknown,
                        _ => JournalEvent.Failed,
                    },
                    row.Id,
                    row.Failure?.ErrorId);
            }
        }
        catch (KomboException failure)
        {
            // What came of the row is told all the same; the run ends because of the journal.
            JournalFailure ??= failure;
            _close.Cancel();
        }

        row.Status = status;
        if (row.IsFatal)
        {
            _close.Cancel();
        }

        Interlocked.Decrement(ref _open);
        _ended();
    }

    /// <summary>Why the journal could not be written; null when it could.</summary>
    public KomboException? JournalFailure { get; private set; }

    private void Notify(WriteRow row, KomboNotice notice)
    {
        if (notice.Kind == KomboNoticeKind.Warning)
        {
            row.Warnings.Enqueue(row.Context + notice.Message);
        }
        else
        {
            _notify(row.Context is { } context ? new KomboNotice(notice.Kind, () => context + notice.Message) { Duration = notice.Duration } : notice);
        }
    }

    private static string? IdOf(object? answer) => answer switch
    {
        Models.IEntity entity => entity.Id,
        Models.KomboObject other => other.GetType().GetProperty("Id")?.GetValue(other) as string,
        _ => null,
    };
}
