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
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Two resets this close belong to one window.</summary>
    private static readonly TimeSpan SameWindow = TimeSpan.FromSeconds(3);

    private static readonly ConcurrentDictionary<string, PacingGovernor> Shared = new(StringComparer.Ordinal);

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private int? _limit;
    private int? _remaining;
    private DateTimeOffset? _resetAt;
    private int _inFlight;

    public PacingGovernor(TimeProvider time) => _time = time;

    /// <summary>The governor that everyone with this server and key shares.</summary>
    public static PacingGovernor For(Uri server, string apiKey, TimeProvider time)
    {
        using var hash = SHA256.Create();
#pragma warning disable CA1850 // The one-shot method does not exist on netstandard2.0.
        var fingerprint = Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(apiKey)));
#pragma warning restore CA1850
        return Shared.GetOrAdd($"{server.Scheme}://{server.Authority} {fingerprint}", _ => new PacingGovernor(time));
    }

    /// <summary>Waits until there is quota for one more request, and takes it. Every call is followed by one <see cref="Observe"/>.</summary>
    public async Task TakeAsync(Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan wait;
            lock (_lock)
            {
                var now = _time.GetUtcNow();
                if (_resetAt is { } reset && now >= reset)
                {
                    _resetAt = null;
                    _remaining = _limit;
                }

                if (_resetAt is null || _remaining is null or > 0)
                {
                    _remaining--;
                    _inFlight++;
                    return;
                }

                wait = _resetAt.Value - now;
            }

            notify?.Invoke(new KomboNotice(
                KomboNoticeKind.Waiting,
                string.Format(CultureInfo.InvariantCulture, "The request quota is used up; it is renewed in {0:0} seconds.", Math.Ceiling(wait.TotalSeconds)),
                wait));
            await _time.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
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
            _limit = limit ?? _limit;
            if (remaining is null || reset is null)
            {
                return;
            }

            // Requests under way may not be counted by the server yet: count them here, rather too early than too late.
            var left = remaining.Value - _inFlight;
            var resetAt = _time.GetUtcNow() + reset.Value + Margin;
            if (_resetAt is not { } known || resetAt > known + SameWindow)
            {
                _remaining = left;
                _resetAt = resetAt;
            }
            else if (resetAt >= known - SameWindow)
            {
                _remaining = Math.Min(_remaining ?? left, left);
                _resetAt = resetAt > known ? resetAt : known;
            }
        }
    }

    /// <summary>Makes everyone wait: the server has refused a request because the quota is gone.</summary>
    public void Block(TimeSpan reset)
    {
        lock (_lock)
        {
            var resetAt = _time.GetUtcNow() + reset + Margin;
            _remaining = 0;
            _resetAt = _resetAt is { } known && known > resetAt ? known : resetAt;
        }
    }
}
