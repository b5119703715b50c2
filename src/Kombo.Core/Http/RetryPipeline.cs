using Polly;
using Polly.Retry;

namespace Kombo.Http;

/// <summary>Carries an attempt out, and again where <see cref="RetryRule"/> allows.</summary>
internal sealed class RetryPipeline
{
    /// <summary>How many units the window of a quota has: a minute.</summary>
    private const int UnitsOfWindow = 60;

    private static readonly ResiliencePropertyKey<Call> CallKey = new("kombo.call");

    private readonly ResiliencePipeline _pipeline;
    private readonly PacingGovernor _governor;
    private readonly TimeProvider _time;
    private readonly int _maxRetry;
    private readonly TimeSpan _unit;

    /// <summary>A pipeline.</summary>
    /// <param name="maxRetry">How often a failure is tried again, and for how many windows of the quota refusals are waited out.</param>
    /// <param name="unit">The first delay.</param>
    /// <param name="time">The clock of the delays.</param>
    /// <param name="governor">Who makes everyone on the key wait when the quota is used up.</param>
    public RetryPipeline(int maxRetry, TimeSpan unit, TimeProvider time, PacingGovernor governor)
    {
        _maxRetry = maxRetry;
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
        context.Properties.Set(CallKey, new Call(request, notify, watch));
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

    private bool ShouldRetry(Exception? exception, Call call) =>
        exception is KomboException failure
        && _maxRetry > 0
        && !(failure.RetryAfter > RetryRule.LongestWait)
        && KindOf(failure, call) switch
        {
            RetryKind.None => false,

            // Others on the same key may take what is renewed, again and again: what counts is the time, not how often.
            RetryKind.RateLimit => call.RefusedSince is not { } since || _time.GetElapsedTime(since) < TimeSpan.FromTicks(_unit.Ticks * UnitsOfWindow * _maxRetry),
            RetryKind.Reconnect => call.Retries < Math.Min(RetryRule.MaxReconnect, _maxRetry),
            _ => call.Retries < _maxRetry,
        };

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
                _governor.Block(Jittered(Math.Min(call.Refusals, 6)));
            }

            call.Refusals++;
            call.Notify?.Invoke(new KomboNotice(KomboNoticeKind.Trace, $"{failure.ErrorId}: {call.Request} goes on when the quota is renewed."));
            return TimeSpan.Zero;
        }

        var delay = failure.RetryAfter ?? Jittered(call.Retries);
        call.Retries++;
        call.Notify?.Invoke(new KomboNotice(
            KomboNoticeKind.Waiting, $"{failure.ErrorId}: {call.Request} is tried again, {call.Retries} of {_maxRetry}.", delay));
        return delay;
    }

    /// <summary>1, 2, 4 ... units, a quarter more or less so that clients do not come back in step.</summary>
    private TimeSpan Jittered(int retries)
    {
        var factor = Math.Pow(2, Math.Min(retries, 8)) * (0.75 + (Jitter.Next() * 0.5));
        var delay = TimeSpan.FromTicks((long)(_unit.Ticks * factor));
        return delay < RetryRule.LongestWait ? delay : RetryRule.LongestWait;
    }

    /// <summary>One call with all its attempts.</summary>
    private sealed class Call(KomboRequest request, Action<KomboNotice>? notify, ChangeWatch? watch)
    {
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
