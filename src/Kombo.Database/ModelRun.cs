using Kombo.Http;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Database;

/// <summary>The part of a run that reads one model, a step a page.</summary>
internal sealed class ModelRun : IDisposable
{
    public const string PendingCode = "INTEGRATION.SETUP_SYNC_PENDING";

    private const double PauseGrowth = 1.6;
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
    private PageReader<JsonRow>? _pages;
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

            var page = await _pages!.NextAsync().ConfigureAwait(false);
            _cancellation.ThrowIfCancellationRequested();
            if (page is null)
            {
                throw new KomboException(KomboFailure.NotConnected, "The read was ended.");
            }

            Keep(page, events);
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
        _pages?.Dispose();
        _pages = _client.ReadPages<JsonRow>(Request(), _pass.Cursor, _notify, _cancellation);
    }

    private void Mend()
    {
        if (Schema.Ensure(_store, _model))
        {
            // What the new column holds, of every integration, comes with a full read only.
            _store.Execute("update kombo_models set watermark = null, last_full = null, run_cursor = null where model = @m", ("@m", _model.Table));
        }
    }

    private KomboRequest Request()
    {
        var query = new List<KeyValuePair<string, string>>
        {
            new("page_size", _options.PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("include_deleted", "true"),
        };
        if (_pass!.From is { } from)
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

    /// <summary>Keeps a page and the place behind it, together or not at all.</summary>
    private void Keep(Page<JsonRow> page, List<SyncEvent> events)
    {
        // The same id twice on a page: the later one is newer.
        var rows = page.Rows.Select(_rows.Read).GroupBy(row => row.Id, StringComparer.Ordinal).Select(group => group.Last()).ToList();
        var isLast = page.Next is null;
        var changes = new List<SyncChange>();
        long inserted = 0, updated = 0, deleted = 0, unchanged = 0;
        _store.InTransaction(() =>
        {
            if (!_isStarted)
            {
                if (!_store.HasTable(_model.Table))
                {
                    // The table was removed by hand: whatever was read of it is to be read anew, for every integration.
                    _store.Execute("delete from kombo_models where model = @m", ("@m", _model.Table));
                }

                Schema.Ensure(_store, _model);
                _store.ClearSeen(_model, _integration);
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
                    if (!wasDeleted)
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
                changes.Add(new SyncChange(
                    _model,
                    row.Id,
                    isGone ? SyncChangeKind.Removed : !isThere || (wasDeleted && !row.IsDeleted) ? SyncChangeKind.Added : SyncChangeKind.Changed,
                    row.Json));
            }

            if (_pass!.Marks && ids.Count > 0)
            {
                _store.InsertSeen(_model, _integration, ids);
            }

            if (isLast)
            {
                deleted += MarkMissing(changes);
                Finish();
            }
            else
            {
                _store.WriteState(
                    _model, _integration, new SyncState(_state?.Watermark, _state?.LastFull, page.Next, _pass.From, _pass.Until, _pass.IsFull, _pass.Marks));
            }
        });

        _isStarted = true;
        _read += page.Rows.Count;
        _pageCount++;
        _inserted += inserted;
        _updated += updated;
        _deleted += deleted;
        _unchanged += unchanged + (page.Rows.Count - rows.Count);
        if (_options.WithChanges)
        {
            events.AddRange(changes);
        }
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
        _pages!.Dispose();
        _pages = null;
        if (_pass.Cursor is not null)
        {
            return; // What changed since the interrupted run began, now.
        }

        Summary = Summarize(SyncStatus.Done);
        events.Add(Summary);
    }

    private async Task FailedAsync(KomboException failure, List<SyncEvent> events)
    {
        _pages?.Dispose();
        _pages = null;
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
