using Microsoft.Extensions.Time.Testing;

namespace Kombo.Tests;

/// <summary>A clock that stands still until it is told to move, and tells who waits for it.</summary>
internal sealed class FakeTime() : FakeTimeProvider(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero))
{
    private readonly HashSet<Wait> _waits = [];

    private TimeSpan _setBy;

    /// <summary>How many waits are under way.</summary>
    public int Waits
    {
        get
        {
            lock (_waits)
            {
                return _waits.Count;
            }
        }
    }

    /// <summary>How long until the next wait is over.</summary>
    public TimeSpan UntilNext
    {
        get
        {
            lock (_waits)
            {
                return GetElapsedTime(GetTimestamp(), _waits.Min(wait => wait.EndsAt));
            }
        }
    }

    public override long GetTimestamp() => base.GetTimestamp() - _setBy.Ticks;

    /// <summary>Sets the clock on or back, as a user would: what measures time must not see it.</summary>
    public void SetClock(TimeSpan by)
    {
        AdjustTime(GetUtcNow() + by);
        _setBy += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this, callback, state);
        wait.Change(dueTime, period);
        return wait;
    }

    private sealed class Wait : ITimer
    {
        private readonly FakeTime _time;
        private readonly ITimer _timer;

        public Wait(FakeTime time, TimerCallback callback, object? state)
        {
            _time = time;
            _timer = time.CreateUncountedTimer(
                own =>
                {
                    Count(Timeout.InfiniteTimeSpan);
                    callback(own);
                },
                state);
        }

        public long EndsAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Count(dueTime);
            return _timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            Count(Timeout.InfiniteTimeSpan);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Count(TimeSpan dueTime)
        {
            lock (_time._waits)
            {
                _time._waits.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    EndsAt = _time.GetTimestamp() + (long)(dueTime.TotalSeconds * _time.TimestampFrequency);
                    _time._waits.Add(this);
                }
            }
        }
    }

    private ITimer CreateUncountedTimer(TimerCallback callback, object? state) => base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
