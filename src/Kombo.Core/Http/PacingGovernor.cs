using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kombo.Http;

/// <summary>
/// Spends the request quota of one (server, key) for the whole process: it counts down what the server says is left and
/// makes everyone wait before it is gone, so that a long export sees no 429.
/// </summary>
internal sealed class PacingGovernor
{
    /// <summary>The header counts whole seconds and may be rounded down: this much longer is always enough.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Two resets this close belong to one window.</summary>
    private static readonly TimeSpan SameWindow = TimeSpan.FromSeconds(3);

    /// <summary>How long everyone else waits for what the very first answer says. A slow one must not hold up the process.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(1);

    private static readonly ConcurrentDictionary<string, PacingGovernor> Shared = new(StringComparer.Ordinal);

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly long _begun;
    private TaskCompletionSource<object?> _news = NewSignal();
    private int? _limit;
    private int? _remaining;
    private int _inFlight;

    // Times since the governor began, by a clock that nobody sets.
    private TimeSpan? _resetAt;
    private TimeSpan? _firstUntil;
    private TimeSpan _longestReset;
    private bool _isAnswered;
    private bool _isNewWindow;

    public PacingGovernor(TimeProvider time)
    {
        _time = time;
        _begun = time.GetTimestamp();
    }

    private TimeSpan Now => _time.GetElapsedTime(_begun);

    /// <summary>The governor that everyone with this account shares.</summary>
    /// <param name="account">What <see cref="AccountOf"/> gives.</param>
    /// <param name="time">The clock.</param>
    public static PacingGovernor For(string account, TimeProvider time) => Shared.GetOrAdd(account, _ => new PacingGovernor(time));

    /// <summary>A text that is the same for the same server and key, and from which nobody can tell the key.</summary>
    public static string AccountOf(Uri server, string apiKey)
    {
        using var hash = SHA256.Create();
#pragma warning disable CA1850 // The one-shot method does not exist on netstandard2.0.
        return $"{server.Scheme}://{server.Authority} {BitConverter.ToString(hash.ComputeHash(Encoding.UTF8.GetBytes(apiKey)))}";
#pragma warning restore CA1850
    }

    /// <summary>Waits until there is quota for one more request, and takes it. Every call is followed by one <see cref="Observe"/>.</summary>
    public async Task TakeAsync(Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        TimeSpan? announced = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan until;
            TimeSpan wait;
            Task news;
            bool isSpent;
            lock (_lock)
            {
                var now = Now;
                if (WaitUntil(now) is not { } time)
                {
                    _remaining--;
                    _inFlight++;
                    return;
                }

                until = time;
                wait = until - now;
                news = _news.Task;
                isSpent = until == _resetAt;
            }

            if (isSpent && !(Difference(announced, until) <= SameWindow))
            {
                announced = until;
                notify?.Invoke(new KomboNotice(
                    KomboNoticeKind.Waiting,
                    string.Format(CultureInfo.InvariantCulture, "The request quota is used up. Requests continue in {0:0} seconds.", Math.Ceiling(wait.TotalSeconds)),
                    wait));
            }

            // What an answer says meanwhile binds those who wait already, too.
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(_time.DelayAsync(WholeMilliseconds(wait), over.Token), news).ConfigureAwait(false);
            over.Cancel();
        }
    }

    /// <summary>Learns from an answer; all values null when there was none.</summary>
    /// <param name="limit">Requests a window.</param>
    /// <param name="remaining">Requests left in this window, by the server's count.</param>
    /// <param name="reset">Time until the next window.</param>
    public void Observe(int? limit, int? remaining, TimeSpan? reset)
    {
        lock (_lock)
        {
            _inFlight--;
            _isAnswered = true;
            _limit = limit ?? _limit;

            // A renewal that is further away than anyone waits binds nobody: whoever is refused is told.
            if (remaining is not null && reset <= RetryRule.LongestWait)
            {
                // Requests under way may not be counted by the server yet: count them here, rather too early than too late.
                Learn(remaining.Value - _inFlight, reset.Value);
            }

            Wake();
        }
    }

    /// <summary>Makes everyone wait: the server has refused a request because the quota is gone.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            var resetAt = Now + wait;
            _remaining = 0;
            _resetAt = _resetAt is { } known && known > resetAt && !_isNewWindow ? known : resetAt;
            _isNewWindow = false;
        }
    }

    /// <summary>Until when a request has to wait; null when it can go.</summary>
    private TimeSpan? WaitUntil(TimeSpan now)
    {
        if (_resetAt <= now)
        {
            // The quota is full again. When the new window ends is told by its first answer; until then, as many may go as
            // the quota has, and no more for as long as a window may be.
            _remaining = _limit;
            _isNewWindow = _limit is not null;
            _resetAt = _isNewWindow ? now + _longestReset + Margin : null;
        }

        if (_resetAt is not null && _remaining <= 0)
        {
            return _resetAt;
        }

        if (!_isAnswered && _inFlight > 0)
        {
            _firstUntil ??= now + FirstAnswer;
            return _firstUntil > now ? _firstUntil : null;
        }

        return null;
    }

    private void Learn(int left, TimeSpan reset)
    {
        var resetAt = Now + reset + Margin;
        _longestReset = reset > _longestReset ? reset : _longestReset;
        if (_isNewWindow || _resetAt is not { } known || resetAt > known + SameWindow)
        {
            _remaining = left;
            _resetAt = resetAt;
            _isNewWindow = false;
        }
        else if (resetAt >= known - SameWindow)
        {
            _remaining = Math.Min(_remaining ?? left, left);
            _resetAt = resetAt > known ? resetAt : known;
        }
    }

    private void Wake()
    {
        var news = _news;
        _news = NewSignal();
        news.TrySetResult(null);
    }

    private static TaskCompletionSource<object?> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Timers count in milliseconds: one that is over a moment too early would make its owner run in circles.</summary>
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private static TimeSpan? Difference(TimeSpan? one, TimeSpan other) => (one - other)?.Duration();
}
