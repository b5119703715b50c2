using Kombo.Http;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Database;

/// <summary>The part of a run that reads one model, a step a page.</summary>
internal sealed class ModelRun : IDisposable
{
    public const string PendingCode = "INTEGRATION.SETUP_SYNC_PENDING";

    private const double PauseGrowth = 1.6;

    /// <summary>Ids have at most some forty characters each, and gateways take addresses of 8 KB.</summary>
    private const int IdsARequest = 100;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>How far the local clock may be ahead of the server's, where no answer tells the server's.</summary>
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(10);

    private readonly KomboClient _client;
    private readonly Store _store;
    private readonly SyncModel _model;
    private readonly string _integration;
    private readonly SyncOptions _options;
    private readonly int _number;
    private readonly int _count;
    private readonly Action<KomboNotice>? _notify;
    private readonly CancellationToken _cancellation;
    private readonly RowReader _rows;
    private readonly long _begun;
    private PageReader<Row>? _pages;
    private Page<Row>? _last;
    private Queue<List<string>>? _toAsk;
    private SyncState? _state;
    private Pass? _pass;
    private Pass? _firstPass;
    private DateTime? _until;
    private bool _isFull;
    private bool _isResumed;
    private bool _isStarted;
    private bool _wasRestarted;
    private TimeSpan? _pause;
    private long _read;
    private long _inserted;
    private long _updated;
    private long _deleted;
    private long _unchanged;
    private int _pageCount;

    public ModelRun(
        KomboClient client, Store store, SyncModel model, string integration, SyncOptions options, int number, int count, Action<KomboNotice>? notify, CancellationToken cancellation)
    {
        _client = client;
        _store = store;
        _model = model;
        _integration = integration;
        _options = options;
        _number = number;
        _count = count;
        _notify = notify;
        _cancellation = cancellation;
        _rows = new RowReader(model);
        _begun = options.Time.GetTimestamp();
    }

    /// <summary>How it ended; null while it goes on.</summary>
    public SyncSummary? Summary { get; private set; }

    public void Dispose() => _pages?.Dispose();

    /// <summary>Reads and keeps one page.</summary>
    public async Task StepAsync(List<SyncEvent> events)
    {
        try
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_pages is null)
            {
                Begin();
            }

            var page = _last ?? await NextAsync(_pages!).ConfigureAwait(false);
            if (page.Next is null && _pass!.Marks)
            {
                _last = page;
                _toAsk ??= Missing(page);
                if (_toAsk.Count > 0)
                {
                    await AskAsync(_toAsk.Dequeue(), events).ConfigureAwait(false);
                    return;
                }
            }

            Keep(page.Rows, page.Next, isOfList: true, events);
            _pageCount++;
            events.Add(new SyncProgress(_model, _number, _count, _read, null));
            if (page.Next is null)
            {
                End(events);
            }
        }
        catch (KomboException failure)
        {
            await FailedAsync(failure, events).ConfigureAwait(false);
        }
        catch (KomboDatabaseException failure) when (failure.Failure == DatabaseFailure.ChangedTable)
        {
            Summary = Summarize(SyncStatus.Failed) with { DatabaseError = failure };
            events.Add(Summary);
        }
    }

    /// <summary>Decides what to read. The time is taken before the first request is sent.</summary>
    private void Begin()
    {
        _state = null;
        if (_store.Guard(() => _store.HasTable(_model.Table)))
        {
            _store.InTransaction(Mend);
            _state = _store.Guard(() => _store.ReadState(_model, _integration));
        }

        var now = _client.ServerTime ?? _options.Time.GetUtcNow().UtcDateTime - ClockMargin;
        _pass = Pass.Of(_state, _options, now, isRepeat: _firstPass is not null && _until is not null);
        if (_pass is { IsFull: true, Cursor: null } && _store.Guard(() => _store.HasTable(_model.Table) && _store.HasRows(_model, _integration)))
        {
            _pass = _pass with { Marks = true };
        }

        _firstPass ??= _pass;
        _isFull |= _pass.IsFull;
        _isResumed |= _pass.Cursor is not null;
        _isStarted = _pass.Cursor is not null;
        LetGo();
        _pages = _client.ReadRows(Request(), _rows.Read, _pass.Cursor, _notify, _cancellation);
    }

    private void LetGo()
    {
        _pages?.Dispose();
        _pages = null;
        _last = null;
        _toAsk = null;
    }

    private async Task<Page<Row>> NextAsync(PageReader<Row> pages)
    {
        var page = await pages.NextAsync().ConfigureAwait(false);
        _cancellation.ThrowIfCancellationRequested();
        return page ?? throw new KomboException(KomboFailure.NotConnected, "The read was ended.");
    }

    /// <summary>
    /// What the full read would mark as gone, in parts for one request each. A list whose rows move while it is read can pass
    /// over one of them, so each is asked for by its id before it is marked.
    /// </summary>
    private Queue<List<string>> Missing(Page<Row> last)
    {
        if (!_isStarted)
        {
            _store.InTransaction(Start);
            _isStarted = true;
        }

        var there = new HashSet<string>(last.Rows.Select(row => row.Id), StringComparer.Ordinal);
        var parts = new Queue<List<string>>();
        List<string>? part = null;
        foreach (var id in _store.Guard(() => _store.NotSeen(_model, _integration)))
        {
            if (there.Contains(id))
            {
                continue;
            }

            if (part is null || part.Count == IdsARequest)
            {
                parts.Enqueue(part = []);
            }

            part.Add(id);
        }

        return parts;
    }

    private async Task AskAsync(List<string> ids, List<SyncEvent> events)
    {
        using var pages = _client.ReadRows(Request(ids), _rows.Read, null, _notify, _cancellation);
        Page<Row> page;
        do
        {
            page = await NextAsync(pages).ConfigureAwait(false);
            Keep([.. page.Rows.Where(row => ids.Contains(row.Id))], null, isOfList: false, events);
            _pageCount++;
        }
        while (page.Next is not null);
        events.Add(new SyncProgress(_model, _number, _count, _read, null));
    }

    private void Mend()
    {
        if (Schema.Ensure(_store, _model))
        {
            // What the new column holds, of every integration, comes with a full read only.
            _store.Execute("update kombo_models set watermark = null, last_full = null, run_cursor = null where model = @m", ("@m", _model.Table));
        }
    }

    private KomboRequest Request(IReadOnlyList<string>? ids = null)
    {
        var query = new List<KeyValuePair<string, string>>
        {
            new("page_size", _options.PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("include_deleted", "true"),
        };
        if (ids is not null)
        {
            query.Add(new("ids", string.Join(",", ids)));
        }
        else if (_pass!.From is { } from)
        {
            query.Add(new("updated_after", KomboTime.FormatInstant(from)));
        }

        return new KomboRequest("GET", _model.Path)
        {
            Query = query,
            IntegrationHeader = IntegrationHeader.Required,
            IntegrationId = _integration,
            ListMember = "results",
            IsPaged = true,
        };
    }

    /// <summary>Begins a read that has no page in the database yet.</summary>
    private void Start()
    {
        if (!_store.HasTable(_model.Table))
        {
            // The table was removed by hand: whatever was read of it is to be read anew, for every integration.
            _store.Execute("delete from kombo_models where model = @m", ("@m", _model.Table));
        }

        Schema.Ensure(_store, _model);
        _store.ClearSeen(_model, _integration);
    }

    /// <summary>Keeps a page and the place behind it, together or not at all.</summary>
    /// <param name="page">Its rows.</param>
    /// <param name="next">The place behind it; null behind the last one.</param>
    /// <param name="isOfList">Whether it is a page of the list, and moves the place. Rows that were asked for by their ids do not.</param>
    /// <param name="events">Told what has changed.</param>
    private void Keep(IReadOnlyList<Row> page, string? next, bool isOfList, List<SyncEvent> events)
    {
        // The same id twice on a page: the later one is newer.
        var distinct = new HashSet<string>(page.Select(row => row.Id), StringComparer.Ordinal);
        var rows = distinct.Count == page.Count ? [.. page] : page.GroupBy(row => row.Id, StringComparer.Ordinal).Select(group => group.Last()).ToList();
        var changes = new List<SyncChange>();
        long inserted = 0, updated = 0, deleted = 0, unchanged = 0;
        _store.InTransaction(() =>
        {
            if (!_isStarted)
            {
                Start();
            }

            var ids = rows.ConvertAll(row => row.Id);
            var existing = _store.Existing(_model, _integration, ids);
            var kept = _options.Prune ? rows.FindAll(row => !row.IsDeleted) : rows;
            var changed = kept.Count == 0 ? [] : _store.Upsert(_model, _integration, kept);
            foreach (var row in rows)
            {
                var isThere = existing.TryGetValue(row.Id, out var wasDeleted);
                if (_options.Prune && row.IsDeleted)
                {
                    if (!isThere)
                    {
                        unchanged++;
                        continue;
                    }

                    Remove(row.Id);
                    deleted++;
                    if (!wasDeleted && _options.WithChanges)
                    {
                        changes.Add(new SyncChange(_model, row.Id, SyncChangeKind.Removed, row.Json));
                    }

                    continue;
                }

                if (!changed.Contains(row.Id))
                {
                    unchanged++;
                    continue;
                }

                var isGone = row.IsDeleted && !(isThere && wasDeleted);
                inserted += isThere ? 0 : 1;
                deleted += isThere && isGone ? 1 : 0;
                updated += isThere && !isGone ? 1 : 0;
                if (_options.WithChanges)
                {
                    var kind = isGone ? SyncChangeKind.Removed : !isThere || (wasDeleted && !row.IsDeleted) ? SyncChangeKind.Added : SyncChangeKind.Changed;
                    changes.Add(new SyncChange(_model, row.Id, kind, row.Json));
                }
            }

            if (_pass!.Marks && ids.Count > 0)
            {
                _store.InsertSeen(_model, _integration, ids);
            }

            if (isOfList && next is null)
            {
                deleted += MarkMissing(changes);
                Finish();
            }
            else if (isOfList)
            {
                _store.WriteState(
                    _model, _integration, new SyncState(_state?.Watermark, _state?.LastFull, next, _pass.From, _pass.Until, _pass.IsFull, _pass.Marks));
            }
        });

        _isStarted = true;
        _read += page.Count;
        _inserted += inserted;
        _updated += updated;
        _deleted += deleted;
        _unchanged += unchanged + (page.Count - rows.Count);
        events.AddRange(changes);
    }

    private void Remove(string id) =>
        _store.Execute($"delete from {Store.Quote(_model.Table)} where integration_id = @i and id = @id", ("@i", _integration), ("@id", id));

    private int MarkMissing(List<SyncChange> changes)
    {
        if (!_pass!.Marks)
        {
            return 0;
        }

        var missing = _store.NotSeen(_model, _integration);
        foreach (var id in missing)
        {
            if (_options.WithChanges && _store.ReadRow(_model, _integration, id) is { } row)
            {
                changes.Add(new SyncChange(_model, id, SyncChangeKind.Removed, row));
            }

            if (_options.Prune)
            {
                Remove(id);
            }
            else
            {
                _store.Execute(
                    $"update {Store.Quote(_model.Table)} set remote_deleted_at = @t where integration_id = @i and id = @id",
                    ("@t", _store.Bound(ColumnKind.Instant, _pass.Until)),
                    ("@i", _integration),
                    ("@id", id));
            }
        }

        _store.ClearSeen(_model, _integration);
        return missing.Count;
    }

    private void Finish()
    {
        if (_options.Prune)
        {
            _store.Execute($"delete from {Store.Quote(_model.Table)} where integration_id = @i and remote_deleted_at is not null", ("@i", _integration));
        }

        var lastFull = _pass!.IsFull ? _pass.Until : _state?.LastFull;
        _store.WriteState(_model, _integration, new SyncState(_pass.Until, lastFull, null, null, null, false, false));
    }

    private void End(List<SyncEvent> events)
    {
        _until = _pass!.Until;
        LetGo();
        if (_pass.Cursor is not null)
        {
            return; // What changed since the interrupted run began, now.
        }

        Summary = Summarize(SyncStatus.Done);
        events.Add(Summary);
    }

    private async Task FailedAsync(KomboException failure, List<SyncEvent> events)
    {
        LetGo();
        if (IsRefusedCursor(failure) && !_wasRestarted)
        {
            // From the watermark again. What was read is not read in vain: it is in the database.
            _wasRestarted = true;
            _store.InTransaction(() => _store.Execute(
                "update kombo_models set run_cursor = null where integration_id = @i and model = @m", ("@i", _integration), ("@m", _model.Table)));
            return;
        }

        if (failure.Code == PendingCode && _options.Wait is { } wait)
        {
            var left = wait == TimeSpan.MaxValue ? TimeSpan.MaxValue : wait - _options.Time.GetElapsedTime(_begun);
            if (left > TimeSpan.Zero)
            {
                var pause = _pause ?? _options.PollInterval;
                _pause = TimeSpan.FromTicks(Math.Min((long)(pause.Ticks * PauseGrowth), LongestPause.Ticks));
                pause = pause < left ? pause : left;
                events.Add(new SyncProgress(_model, _number, _count, _read, pause));
                await _options.Time.DelayAsync(pause, _cancellation).ConfigureAwait(false);
                return;
            }
        }

        var status = failure.Code switch
        {
            PendingCode => SyncStatus.Pending,
            "INTEGRATION.PERMISSION_MISSING" or "INTEGRATION.MODEL_NOT_AVAILABLE" or "INTEGRATION.MODEL_DISABLED" => SyncStatus.Skipped,
            _ => SyncStatus.Failed,
        };
        Summary = Summarize(status) with { Error = failure };
        events.Add(Summary);
    }

    /// <summary>Whether the server does not take the place any more: a refusal of the input, of a request that had nothing else to refuse.</summary>
    private static bool IsRefusedCursor(KomboException failure) =>
        failure.Cursor is not null && failure.StatusCode is >= 400 and < 500 and not (401 or 403 or 408 or 429)
        && failure.Code is (null or "PLATFORM.INPUT_INVALID");

    private SyncSummary Summarize(SyncStatus status) => new(_model, _integration, status)
    {
        Read = _read,
        Inserted = _inserted,
        Updated = _updated,
        Deleted = _deleted,
        Unchanged = _unchanged,
        Pages = _pageCount,
        From = _firstPass?.From,
        Until = _until,
        Duration = _options.Time.GetElapsedTime(_begun),
        IsFull = _isFull,
        IsResumed = _isResumed,
    };
}
