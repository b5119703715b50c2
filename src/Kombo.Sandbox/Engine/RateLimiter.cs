using System.Diagnostics;
using System.Globalization;

namespace Kombo.Sandbox;

/// <summary>Kombo's fixed window: so many requests, then none until it resets.</summary>
internal sealed class RateLimiter(int limit, TimeSpan length)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _start;
    private int _used;

    /// <summary>Seconds until the next window, rounded up.</summary>
    public int Reset => Math.Max(1, (int)Math.Ceiling((_start + length - _clock.Elapsed).TotalSeconds));

    /// <summary>Counts a request.</summary>
    /// <returns>Whether it is within the limit.</returns>
    public bool Take()
    {
        if (_clock.Elapsed - _start >= length)
        {
            _start = _clock.Elapsed;
            _used = 0;
        }

        if (_used >= limit)
        {
            return false;
        }

        _used++;
        return true;
    }

    public void WriteTo(SandboxResponse response)
    {
        response.Add("ratelimit-limit", limit.ToString(CultureInfo.InvariantCulture));
        response.Add("ratelimit-remaining", (limit - _used).ToString(CultureInfo.InvariantCulture));
        response.Add("ratelimit-reset", Reset.ToString(CultureInfo.InvariantCulture));
    }
}
