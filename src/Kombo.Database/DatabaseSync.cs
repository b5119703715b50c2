using System.Runtime.CompilerServices;
using Kombo.Models;

namespace Kombo.Database;

/// <summary>Keeps the copy in a database current: reads what changed, page by page, each in one transaction with the place to go on.</summary>
public sealed class DatabaseSync
{
    /// <summary>Errors of the integration or of the key: every model would have the same.</summary>
    private static readonly HashSet<string> ForAll = new(StringComparer.Ordinal)
    {
        "PLATFORM.INTEGRATION_NOT_FOUND", "PLATFORM.IP_NOT_WHITELISTED", "PLATFORM.AUTHENTICATION_INVALID", "INTEGRATION.AUTHENTICATION_INVALID",
        "INTEGRATION.QA_FAILED", "INTEGRATION.SETUP_INCOMPLETE", "INTEGRATION.INACTIVE", ModelRun.PendingCode,
    };

    private readonly KomboClient _client;
    private readonly DatabaseTarget _target;
    private readonly SyncOptions _options;
    private readonly string _integration;

    /// <summary>A sync.</summary>
    /// <param name="client">Where to read.</param>
    /// <param name="target">Where to write.</param>
    /// <param name="options">What to do.</param>
    /// <exception cref="KomboException">No integration is known.</exception>
    public DatabaseSync(KomboClient client, DatabaseTarget target, SyncOptions options)
    {
        _client = client ?? throw new ArgumentNullException(nameof(client));
        _target = target ?? throw new ArgumentNullException(nameof(target));
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _integration = options.IntegrationId ?? client.IntegrationId
            ?? throw KomboException.InvalidInput("IntegrationId", "a sync requires an integration, but neither the command nor the connection has one.");
    }

    /// <summary>What a run would read, without network and without a change. When everything is due, the clock of the latest answer says, or else the local one.</summary>
    /// <returns>One plan a model: of all of them where none are named, because only the server knows what the integration offers.</returns>
    /// <exception cref="KomboDatabaseException">The database cannot be read.</exception>
    public IReadOnlyList<SyncPlan> Plan()
    {
        var models = _options.Models ?? SyncModel.All;
        if (_target.Path is not null && !File.Exists(_target.Path))
        {
            return [.. models.Select(model => new SyncPlan(model, _integration, null, true, false))];
        }

        using var store = Store.OpenToRead(_target);
        return store.Guard(() =>
        {
            var hasState = store.HasTable("kombo_models");
            return models.Select(model =>
            {
                var state = hasState && store.HasTable(model.Table) ? store.ReadState(model, _integration) : null;
                var pass = Pass.Of(state, _options, _client.ServerTime ?? _options.Time.GetUtcNow().UtcDateTime, isRepeat: false);
                return new SyncPlan(model, _integration, pass.From, pass.IsFull, pass.Cursor is not null);
            }).ToList();
        });
    }

    /// <summary>Runs once. Nobody else can run on the database until <see cref="SyncRun.EndAsync"/>.</summary>
    /// <param name="notify">Told what the client tells; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run; what is committed stays, and the next run goes on there.</param>
    /// <returns>The run, which works while its next event is waited for.</returns>
    public SyncRun Start(Action<KomboNotice>? notify = null, CancellationToken cancellationToken = default) =>
        new(RunAsync(notify, cancellationToken).GetAsyncEnumerator(cancellationToken));

    /// <summary>The events; the last one of each model is its <see cref="SyncSummary"/>.</summary>
    internal async IAsyncEnumerable<SyncEvent> RunAsync(Action<KomboNotice>? notify = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var store = Store.OpenToWrite(_target);
        store.Guard(() => Schema.EnsureViews(store));

        // Tells the server's time before the first page, and which part of the API the integration has.
        var (integration, refusal) = await AskAsync(notify, cancellationToken).ConfigureAwait(false);
        var models = _options.Models ?? [.. SyncModel.All.Where(model => IsOffered(model, integration))];
        for (var index = 0; index < models.Count; index++)
        {
            if (refusal is not null)
            {
                yield return new SyncSummary(models[index], _integration, refusal.Code == ModelRun.PendingCode ? SyncStatus.Pending : SyncStatus.Failed) { Error = refusal };
                continue;
            }

            using var run = new ModelRun(_client, store, models[index], _integration, _options, index + 1, models.Count, notify, cancellationToken);
            var events = new List<SyncEvent>();
            do
            {
                events.Clear();
                await run.StepAsync(events).ConfigureAwait(false);
                foreach (var happened in events)
                {
                    yield return happened;
                }
            }
            while (run.Summary is null);

            store.Guard(() => Schema.EnsureViews(store));
            refusal = run.Summary.Error is { } error && index < models.Count - 1
                && (IsForAll(error) || (MayBeDown(error) && await IsDownAsync(notify, cancellationToken).ConfigureAwait(false)))
                    ? error
                    : null;
        }
    }

    private static bool IsForAll(KomboException failure) =>
        failure.Failure is KomboFailure.Unreachable or KomboFailure.NotConnected || (failure.Code is { } code && ForAll.Contains(code));

    /// <summary>Whether the failure looks the same for one list that the server cannot cope with, and for a server that is down.</summary>
    private static bool MayBeDown(KomboException failure) =>
        failure.Failure is KomboFailure.Timeout or KomboFailure.ConnectionLost or KomboFailure.Truncated || (failure.Code is null && failure.StatusCode >= 500);

    private static bool IsOffered(SyncModel model, Integration? integration) =>
        integration?.Category is not { Length: > 0 } category || !SyncModel.All.Any(other => AreaOf(other).Equals(category, StringComparison.OrdinalIgnoreCase))
        || AreaOf(model).Equals(category, StringComparison.OrdinalIgnoreCase);

    private static string AreaOf(SyncModel model) => model.Path.Substring(0, model.Path.IndexOf('/'));

    private async Task<(Integration? Integration, KomboException? Refusal)> AskAsync(Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        try
        {
            return (await SendAsync(notify, cancellationToken).ConfigureAwait(false), null);
        }
        catch (KomboException failure)
        {
            // Who may not see the integration may read its data all the same.
            return (null, IsForAll(failure) && failure.Code != ModelRun.PendingCode ? failure : null);
        }
    }

    /// <summary>Whether the server does not answer what is easy to answer either: no other list need be tried then, each for minutes.</summary>
    private async Task<bool> IsDownAsync(Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(notify, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (KomboException failure)
        {
            return IsForAll(failure) || MayBeDown(failure);
        }
    }

    private Task<Integration?> SendAsync(Action<KomboNotice>? notify, CancellationToken cancellationToken) =>
        _client.SendAsync<Integration>(new KomboRequest("GET", "integrations/" + Uri.EscapeDataString(_integration)), notify, cancellationToken);
}

/// <summary>One read of a model from its first page to its last.</summary>
/// <param name="From">The time from which on changes are asked for; null for everything.</param>
/// <param name="Until">The time before the first request.</param>
/// <param name="IsFull">Whether everything is read.</param>
/// <param name="Cursor">The page of an interrupted run to go on at; null for the beginning.</param>
/// <param name="Marks">Whether it notes what came back.</param>
internal sealed record Pass(DateTime? From, DateTime Until, bool IsFull, string? Cursor, bool Marks)
{
    /// <summary>How far the clocks of a server's machines may be apart. A watermark further ahead than this is not to be trusted.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>
    /// What to read now. A read that was asked to be full begins anew: one that goes on behind pages of another run does not see
    /// what has vanished from these since.
    /// </summary>
    public static Pass Of(SyncState? state, SyncOptions options, DateTime now, bool isRepeat)
    {
        var full = options.Full && !isRepeat;
        if (!full && state?.Cursor is { } cursor && state.RunUntil is { } until)
        {
            return new Pass(state.RunFrom, until, state.RunIsFull, cursor, state.RunMarks);
        }

        var from = state?.Watermark;
        var isDue = options.FullEvery is { } every && (state?.LastFull is not { } last || now - last >= every);
        if (full || from is null || isDue || from - now > Skew)
        {
            return new Pass(null, now, true, null, false);
        }

        return new Pass(from > now ? now - Skew : from, now, false, null, false);
    }
}
