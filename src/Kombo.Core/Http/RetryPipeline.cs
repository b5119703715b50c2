using System.Runtime.ExceptionServices;
using Polly;
using Polly.Retry;

namespace Kombo.Http;

/// <summary>
/// Goes on after a first failure, where <see cref="RetryRule"/> allows. Two strategies of Polly, which does the waiting, by its
/// clock, and the counting: the inner one for refusals because the quota is used up, the outer one for all other failures.
/// </summary>
internal sealed class RetryPipeline
{
    /// <summary>How many units the window of a quota has: a minute.</summary>
    private const int UnitsOfWindow = 60;

    /// <summary>How often the wait for a quota doubles: to about the length of its window.</summary>
    private const int MostGrowth = 6;

    private readonly ResiliencePipeline _pipeline;
    private readonly PacingGovernor _governor;
    private readonly TimeProvider _time;
    private readonly KomboRetry _retry;
    private readonly TimeSpan _unit;
    private readonly Func<double> _random;

    /// <inheritdoc cref="Retrier(KomboRetry, TimeSpan, TimeProvider, PacingGovernor)"/>
    public RetryPipeline(KomboRetry retry, TimeSpan unit, TimeProvider time, PacingGovernor governor)
    {
        _retry = retry;
        _unit = unit;
        _time = time;
        _governor = governor;
        var backOff = new RetryStrategyOptions
        {
            Name = "back-off",
            MaxRetryAttempts = retry.Most,
            ShouldHandle = args => new ValueTask<bool>(ShouldRetry(args.Outcome.Exception, args.AttemptNumber, CallOf(args.Context))),
            DelayGenerator = args => new ValueTask<TimeSpan?>(CallOf(args.Context).Delay),
            OnRetry = args => Announce((KomboException)args.Outcome.Exception!, args.AttemptNumber + 1, CallOf(args.Context)),
        };
        _random = backOff.Randomizer;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(backOff)
            .AddRetry(new RetryStrategyOptions
            {
                Name = "quota",

                // Others on the same key may take what is renewed, again and again: what counts is the time, not how often.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => new ValueTask<bool>(ShouldWait(args.Outcome.Exception, CallOf(args.Context))),

                // The next attempt waits in the governor, with everyone else.
                DelayGenerator = static _ => new ValueTask<TimeSpan?>(TimeSpan.Zero),
                OnRetry = args => Block((KomboException)args.Outcome.Exception!, CallOf(args.Context)),
            })
            .Build();
    }

    /// <summary>Runs the attempt until it works or must not be repeated.</summary>
    /// <param name="first">How the first attempt, made already, has failed.</param>
    /// <param name="begun">When that one began.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="notify">Told about each repetition.</param>
    /// <param name="watch">Told about refusals.</param>
    /// <param name="cancellationToken">Ends waits and attempts at once.</param>
    /// <exception cref="KomboException">The last failure.</exception>
    public async Task<TResult> RunAsync<TResult>(
        KomboException first, long begun, Func<CancellationToken, Task<TResult>> attempt, KomboRequest request, Action<KomboNotice>? notify, ChangeWatch? watch, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Key.OfCall, new Call(first, request, notify, watch, begun));
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, attempt) =>
                {
                    CallOf(context).ThrowFirst();
                    return await attempt(context.CancellationToken).ConfigureAwait(false);
                },
                context,
                attempt).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(Key.OfCall, null!);

    private static bool IsWithoutAnswer(KomboException failure) =>
        failure.Failure is KomboFailure.Unreachable or KomboFailure.ConnectionLost or KomboFailure.Timeout or KomboFailure.Truncated;

    private bool ShouldWait(Exception? exception, Call call) =>
        exception is KomboException failure
        && RetryRule.For(failure, call.Request) == RetryKind.RateLimit
        && (call.RefusedSince is not { } since || _time.GetElapsedTime(since) < TimeSpan.FromTicks(_unit.Ticks * UnitsOfWindow * _retry.Most))
        && IsInTime(failure, Grown(_unit, 2, RetryRule.LongestWait, Math.Min(call.Refusals, MostGrowth)), call);

    private bool ShouldRetry(Exception? exception, int retries, Call call) =>
        exception is KomboException failure
        && RetryRule.For(failure, call.Request) switch
        {
            RetryKind.None or RetryKind.RateLimit => false,
            _ when IsWithoutAnswer(failure) && _retry.RetryConnectionError == false => false,
            RetryKind.Reconnect when _retry.RetryConnectionError is null => retries < RetryRule.MaxReconnect,
            _ => true,
        }
        && IsInTime(failure, Grown(_retry.FirstInterval, _retry.Exponent, _retry.LongestInterval, retries), call);

    /// <summary>Decides on the wait: the server's word, else ours. It may neither be too long nor last beyond the whole time.</summary>
    private bool IsInTime(KomboException failure, TimeSpan usual, Call call)
    {
        call.Delay = failure.RetryAfter ?? usual;
        return !(failure.RetryAfter > RetryRule.LongestWait) && !(_time.GetElapsedTime(call.Begun) + call.Delay > _retry.LongestTime);
    }

    private ValueTask Announce(KomboException failure, int retries, Call call)
    {
        call.Watch?.Refused?.Invoke();
        call.Notify?.Invoke(new KomboNotice(
            KomboNoticeKind.Waiting, $"{failure.ErrorId}: {call.Request} is tried again, {retries} of {_retry.Most}.", call.Delay));
        return default;
    }

    /// <summary>Nobody on the key needs to try meanwhile. The transport has told the governor when the quota is renewed, if the answer said so.</summary>
    private ValueTask Block(KomboException failure, Call call)
    {
        call.Watch?.Refused?.Invoke();
        call.RefusedSince ??= _time.GetTimestamp();
        if (failure.RetryAfter is null)
        {
            _governor.Block(call.Delay);
        }

        call.Refusals++;
        call.Notify?.Invoke(new KomboNotice(KomboNoticeKind.Trace, $"{failure.ErrorId}: {call.Request} continues when the quota is renewed."));
        return default;
    }

    /// <summary>
    /// The first interval, grown with every repetition, a quarter more or less so that clients do not come back in step. Polly's
    /// own back-off can only double.
    /// </summary>
    private TimeSpan Grown(TimeSpan first, double exponent, TimeSpan longest, int retries)
    {
        // More than a hundred repetitions there are not, and a double takes ten to the power of that.
        var ticks = first.Ticks * Math.Pow(exponent, Math.Min(retries, 100)) * (0.75 + (_random() * 0.5));
        return ticks < longest.Ticks ? TimeSpan.FromTicks((long)ticks) : longest;
    }

    /// <summary>Apart, so that Polly is not loaded as soon as the pipeline is named somewhere.</summary>
    private static class Key
    {
        public static readonly ResiliencePropertyKey<Call> OfCall = new("kombo.call");
    }

    /// <summary>One call with all its attempts.</summary>
    private sealed class Call(KomboException first, KomboRequest request, Action<KomboNotice>? notify, ChangeWatch? watch, long begun)
    {
        private KomboException? _first = first;

        /// <summary>When the first attempt began.</summary>
        public long Begun { get; } = begun;

        /// <summary>The wait before the next attempt.</summary>
        public TimeSpan Delay { get; set; }

        public KomboRequest Request { get; } = request;

        public Action<KomboNotice>? Notify { get; } = notify;

        public ChangeWatch? Watch { get; } = watch;

        /// <summary>How often it was refused for the quota.</summary>
        public int Refusals { get; set; }

        /// <summary>When it was refused for the quota for the first time.</summary>
        public long? RefusedSince { get; set; }

        /// <summary>The first attempt was made before the pipeline: its failure is what the pipeline begins with.</summary>
        public void ThrowFirst()
        {
            if (Interlocked.Exchange(ref _first, null) is { } failure)
            {
                ExceptionDispatchInfo.Capture(failure).Throw();
            }
        }
    }
}
