using Polly;
using Polly.Retry;

namespace Kombo.Http;

/// <summary>Carries an attempt out, and again where <see cref="RetryRule"/> allows.</summary>
internal sealed class RetryPipeline
{
    /// <summary>How many units the window of a quota has: a minute.</summary>
    private const int UnitsOfWindow = 60;

    /// <summary>How often the wait for a quota doubles: to about the length of its window.</summary>
    private const int MostGrowth = 6;

    private static readonly ResiliencePropertyKey<Call> CallKey = new("kombo.call");

    private readonly ResiliencePipeline _pipeline;
    private readonly PacingGovernor _governor;
    private readonly TimeProvider _time;
    private readonly KomboRetry _retry;
    private readonly TimeSpan _unit;

    /// <summary>A pipeline.</summary>
    /// <param name="retry">How often a failure is tried again and after which waits, and for how many windows of the quota refusals are waited out.</param>
    /// <param name="unit">A second of the quota's window.</param>
    /// <param name="time">The clock of the delays.</param>
    /// <param name="governor">Who makes everyone on the key wait when the quota is used up.</param>
    public RetryPipeline(KomboRetry retry, TimeSpan unit, TimeProvider time, PacingGovernor governor)
    {
        _retry = retry;
        _unit = unit;
        _time = time;
        _governor = governor;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => new ValueTask<bool>(ShouldRetry(args.Outcome.Exception, CallOf(args.Context))),
                DelayGenerator = args => new ValueTask<TimeSpan?>(DelayBefore((KomboException)args.Outcome.Exception!, CallOf(args.Context))),
            })
            .Build();
    }

    /// <summary>Runs the attempt until it works or must not be repeated.</summary>
    /// <exception cref="KomboException">The last failure.</exception>
    public async Task<TResult> RunAsync<TResult>(
        Func<CancellationToken, Task<TResult>> attempt, KomboRequest request, Action<KomboNotice>? notify, CancellationToken cancellationToken, ChangeWatch? watch = null)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, new Call(request, notify, watch, _time.GetTimestamp()));
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, attempt) => await attempt(context.CancellationToken).ConfigureAwait(false), context, attempt).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    /// <summary>What the table says; other servers than the API's have quotas that nobody else is concerned with.</summary>
    private static RetryKind KindOf(KomboException failure, Call call) => RetryRule.For(failure, call.Request.IsRead) switch
    {
        RetryKind.RateLimit when call.Request.IsElsewhere => RetryKind.BackOff,
        var kind => kind,
    };

    private bool ShouldRetry(Exception? exception, Call call)
    {
        if (exception is not KomboException failure || _retry.Most == 0 || failure.RetryAfter > RetryRule.LongestWait || !IsAllowed(failure, call))
        {
            return false;
        }

        var isQuota = KindOf(failure, call) == RetryKind.RateLimit;
        call.Delay = failure.RetryAfter ?? (isQuota ? Grown(_unit, 2, RetryRule.LongestWait, Math.Min(call.Refusals, MostGrowth)) : Grown(_retry.FirstInterval, _retry.Exponent, _retry.LongestInterval, call.Retries));
        return !(_time.GetElapsedTime(call.Begun) + call.Delay > _retry.LongestTime);
    }

    private bool IsAllowed(KomboException failure, Call call) => KindOf(failure, call) switch
    {
        RetryKind.None => false,

        // Others on the same key may take what is renewed, again and again: what counts is the time, not how often.
        RetryKind.RateLimit => call.RefusedSince is not { } since || _time.GetElapsedTime(since) < TimeSpan.FromTicks(_unit.Ticks * UnitsOfWindow * _retry.Most),
        _ when IsWithoutAnswer(failure) && _retry.RetryConnectionError == false => false,
        RetryKind.Reconnect when _retry.RetryConnectionError is null => call.Retries < Math.Min(RetryRule.MaxReconnect, _retry.Most),
        _ => call.Retries < _retry.Most,
    };

    private static bool IsWithoutAnswer(KomboException failure) =>
        failure.Failure is KomboFailure.Unreachable or KomboFailure.ConnectionLost or KomboFailure.Timeout or KomboFailure.Truncated;

    private TimeSpan DelayBefore(KomboException failure, Call call)
    {
        call.Watch?.Refused?.Invoke();
        if (KindOf(failure, call) == RetryKind.RateLimit)
        {
            // Nobody on the key needs to try meanwhile: the next attempt waits in the governor, with everyone else. The
            // transport has told it when the quota is renewed, if the answer said so.
            call.RefusedSince ??= _time.GetTimestamp();
            if (failure.RetryAfter is null)
            {
                _governor.Block(call.Delay);
            }

            call.Refusals++;
            call.Notify?.Invoke(new KomboNotice(KomboNoticeKind.Trace, $"{failure.ErrorId}: {call.Request} continues when the quota is renewed."));
            return TimeSpan.Zero;
        }

        call.Retries++;
        call.Notify?.Invoke(new KomboNotice(
            KomboNoticeKind.Waiting, $"{failure.ErrorId}: {call.Request} is tried again, {call.Retries} of {_retry.Most}.", call.Delay));
        return call.Delay;
    }

    /// <summary>The first interval, grown with every repetition, a quarter more or less so that clients do not come back in step.</summary>
    private static TimeSpan Grown(TimeSpan first, double exponent, TimeSpan longest, int retries)
    {
        // More than a hundred repetitions there are not, and a double takes ten to the power of that.
        var ticks = first.Ticks * Math.Pow(exponent, Math.Min(retries, 100)) * (0.75 + (Jitter.Next() * 0.5));
        return ticks < longest.Ticks ? TimeSpan.FromTicks((long)ticks) : longest;
    }

    /// <summary>One call with all its attempts.</summary>
    private sealed class Call(KomboRequest request, Action<KomboNotice>? notify, ChangeWatch? watch, long begun)
    {
        /// <summary>When the first attempt began.</summary>
        public long Begun { get; } = begun;

        /// <summary>The wait before the next attempt.</summary>
        public TimeSpan Delay { get; set; }

        public KomboRequest Request { get; } = request;

        public Action<KomboNotice>? Notify { get; } = notify;

        public ChangeWatch? Watch { get; } = watch;

        /// <summary>How often it was tried again after a failure.</summary>
        public int Retries { get; set; }

        /// <summary>How often it was refused for the quota.</summary>
        public int Refusals { get; set; }

        /// <summary>When it was refused for the quota for the first time.</summary>
        public long? RefusedSince { get; set; }
    }

    private static class Jitter
    {
        private static readonly Random Source = new();

        public static double Next()
        {
            lock (Source)
            {
#pragma warning disable CA5394 // Spreading retries is no matter of security.
                return Source.NextDouble();
#pragma warning restore CA5394
            }
        }
    }
}
