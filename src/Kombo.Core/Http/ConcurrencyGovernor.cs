using System.Collections.Concurrent;
using System.Globalization;

namespace Kombo.Http;

/// <summary>
/// Keeps the number of actions that are under way on one integration, in the whole process, within what the API allows.
/// That limit is told by the headers of an answer, or by a refusal; one that was learned from a refusal is tried again later.
/// </summary>
internal sealed class ConcurrencyGovernor(TimeProvider time)
{
    /// <summary>How long everyone else waits for what the very first answer says. A slow one must not hold up the process.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(5);

    /// <summary>How long a refusal counts before one more action is tried; twice as long after each try that was refused.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(10);

    private readonly object _lock = new();
    private readonly long _begun = time.GetTimestamp();
    private TaskCompletionSource<object?> _news = NewSignal();
    private TimeSpan _recovery = Recovery;
    private TimeSpan? _raiseAt;
    private TimeSpan? _firstUntil;
    private bool _isRaised;
    private bool _isAnswered;
    private int? _allowed;
    private int _inFlight;

    private TimeSpan Now => time.GetElapsedTime(_begun);

    /// <summary>Waits until one more action may be under way.</summary>
    /// <returns>The action; dispose it when it has ended.</returns>
    public async Task<UnderWay> TakeAsync(Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        var isAnnounced = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan? wait;
            Task news;
            int? allowed;
            lock (_lock)
            {
                var now = Now;
                if (MayGo(now))
                {
                    return new UnderWay(this, ++_inFlight);
                }

                wait = (_isAnswered ? _raiseAt : _firstUntil) - now;
                news = _news.Task;
                allowed = _isAnswered ? _allowed : null;
            }

            if (!isAnnounced && allowed is not null)
            {
                isAnnounced = true;
                notify?.Invoke(new KomboNotice(KomboNoticeKind.Trace, string.Format(
                    CultureInfo.InvariantCulture, "The integration accepts {0:N0} action(s) at the same time. This action waits until another one has ended.", allowed)));
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var pause = wait is { } known ? TimeSpan.FromMilliseconds(Math.Ceiling(known.TotalMilliseconds)) : Timeout.InfiniteTimeSpan;
            await Task.WhenAny(time.DelayAsync(pause, over.Token), news).ConfigureAwait(false);
            over.Cancel();
        }
    }

    private void Observe(int atStart, int? limit, int? remaining)
    {
        lock (_lock)
        {
            _isAnswered = true;
            if (limit >= 1)
            {
                // The server counted when the request arrived, or when it was answered: what is left over belongs to other
                // processes, and rather too few are taken for theirs than too many. A refusal says the rest.
                var others = Math.Max(0, limit.Value - (remaining ?? limit.Value) - Math.Max(atStart, _inFlight));
                _allowed = Math.Max(1, limit.Value - others);
                _raiseAt = null;
            }

            Wake();
        }
    }

    private void Release(bool isRefused)
    {
        lock (_lock)
        {
            _isAnswered = true;
            _inFlight--;
            if (isRefused)
            {
                Lower();
            }

            Wake();
        }
    }

    private void Wake()
    {
        var news = _news;
        _news = NewSignal();
        news.TrySetResult(null);
    }

    private void Lower()
    {
        _allowed = Math.Max(1, Math.Min(_allowed ?? int.MaxValue, _inFlight));
        if (_isRaised)
        {
            _recovery = _recovery + _recovery < LongestRecovery ? _recovery + _recovery : LongestRecovery;
            _isRaised = false;
        }

        _raiseAt = Now + _recovery;
    }

    private bool MayGo(TimeSpan now)
    {
        if (_raiseAt <= now)
        {
            _allowed++;
            _isRaised = true;
            _raiseAt = now + _recovery;
        }

        if (!_isAnswered && _inFlight > 0)
        {
            _firstUntil ??= now + FirstAnswer;
            return _firstUntil <= now;
        }

        return !(_inFlight >= _allowed);
    }

    private static TaskCompletionSource<object?> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One action that is under way.</summary>
    internal sealed class UnderWay(ConcurrencyGovernor governor, int atStart) : IDisposable
    {
        private bool _isRefused;

        /// <summary>Learns from the headers of its answer; null for those that it lacks.</summary>
        /// <param name="limit">How many actions the API allows at the same time.</param>
        /// <param name="remaining">How many it would have allowed besides those that it knew of.</param>
        public void Observe(int? limit, int? remaining) => governor.Observe(atStart, limit, remaining);

        /// <summary>Learns that it was refused because there were too many.</summary>
        public void Refuse() => _isRefused = true;

        /// <summary>Lets the next one go.</summary>
        public void Dispose() => governor.Release(_isRefused);
    }
}

/// <summary>The governors of actions of one (server, key), one for each integration.</summary>
internal sealed class ConcurrencyGovernors(TimeProvider time)
{
    private static readonly ConcurrentDictionary<string, ConcurrencyGovernors> Shared = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, ConcurrencyGovernor> _known = new(StringComparer.Ordinal);

    /// <summary>Those that everyone with this server and key shares.</summary>
    /// <param name="account">The server and the key, as <see cref="PacingGovernor"/> tells them apart.</param>
    /// <param name="time">The clock.</param>
    public static ConcurrencyGovernors For(string account, TimeProvider time) => Shared.GetOrAdd(account, _ => new ConcurrencyGovernors(time));

    /// <summary>The one of an integration.</summary>
    public ConcurrencyGovernor Of(string integrationId) => _known.GetOrAdd(integrationId, _ => new ConcurrencyGovernor(time));
}
