using Polly;
using Polly.Retry;

namespace Kombo.Http;

/// <summary>Carries an attempt out, and again where <see cref="RetryRule"/> allows.</summary>
internal sealed class RetryPipeline
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("kombo.call");
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    private readonly ResiliencePipeline _pipeline;
    private readonly int _maxRetry;
    private readonly TimeSpan _unit;

    public RetryPipeline(int maxRetry, TimeSpan unit)
    {
        _maxRetry = maxRetry;
        _unit = unit;
        _pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => new ValueTask<bool>(ShouldRetry(args.Outcome.Exception, args.AttemptNumber, CallOf(args.Context))),
                DelayGenerator = args => new ValueTask<TimeSpan?>(DelayBefore((KomboException)args.Outcome.Exception!, args.AttemptNumber, CallOf(args.Context))),
            })
            .Build();
    }

    /// <summary>Runs the attempt until it works or must not be repeated.</summary>
    /// <exception cref="KomboException">The last failure.</exception>
    public async Task<TResult> RunAsync<TResult>(
        Func<CancellationToken, Task<TResult>> attempt, KomboRequest request, Action<KomboNotice>? notify, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, new Call(request, notify));
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

    private bool ShouldRetry(Exception? exception, int attempt, Call call) =>
        exception is KomboException failure
        && attempt < _maxRetry
        && RetryRule.For(failure, call.Request.IsRead) switch
        {
            RetryKind.None => false,
            RetryKind.Reconnect => attempt < RetryRule.MaxReconnect,
            _ => true,
        };

    private TimeSpan DelayBefore(KomboException failure, int attempt, Call call)
    {
        var kind = RetryRule.For(failure, call.Request.IsRead);
        if (kind == RetryKind.RateLimit && failure.RetryAfter is not null && !call.Request.IsElsewhere)
        {
            // The governor has been told when the quota is renewed; the next attempt waits there, with everyone else.
            call.Notify?.Invoke(new KomboNotice(KomboNoticeKind.Trace, $"{failure.ErrorId}: {call.Request} goes on when the quota is renewed."));
            return TimeSpan.Zero;
        }

        var delay = failure.RetryAfter ?? Jittered(attempt);
        delay = delay > LongestDelay ? LongestDelay : delay;
        call.Notify?.Invoke(new KomboNotice(
            KomboNoticeKind.Waiting, $"{failure.ErrorId}: {call.Request} is tried again, {attempt + 1} of {_maxRetry}.", delay));
        return delay;
    }

    /// <summary>1, 2, 4 ... units, a quarter more or less so that clients do not come back in step.</summary>
    private TimeSpan Jittered(int attempt)
    {
        var factor = Math.Pow(2, Math.Min(attempt, 8)) * (0.75 + (Jitter.Next() * 0.5));
        return TimeSpan.FromTicks((long)(_unit.Ticks * factor));
    }

    private sealed record Call(KomboRequest Request, Action<KomboNotice>? Notify);

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
