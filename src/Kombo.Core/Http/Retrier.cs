namespace Kombo.Http;

/// <summary>
/// Carries an attempt out. Only after a failure that may be tried again a <see cref="RetryPipeline"/> is made: most jobs never
/// need one, and the first use of Polly takes as long as a request.
/// </summary>
internal sealed class Retrier
{
    private readonly Lazy<RetryPipeline> _pipeline;
    private readonly KomboRetry _retry;
    private readonly TimeProvider _time;

    /// <summary>Makes it.</summary>
    /// <param name="retry">How often a failure is tried again and after which waits, and for how many windows of the quota refusals are waited out.</param>
    /// <param name="unit">A second of the quota's window.</param>
    /// <param name="time">The clock of the delays.</param>
    /// <param name="governor">Who makes everyone on the key wait when the quota is used up.</param>
    public Retrier(KomboRetry retry, TimeSpan unit, TimeProvider time, PacingGovernor governor)
    {
        _retry = retry;
        _time = time;
        _pipeline = new Lazy<RetryPipeline>(() => new RetryPipeline(retry, unit, time, governor));
    }

    /// <summary>Runs the attempt until it works or must not be repeated.</summary>
    /// <exception cref="KomboException">The last failure.</exception>
    public async Task<TResult> RunAsync<TResult>(
        Func<CancellationToken, Task<TResult>> attempt, KomboRequest request, Action<KomboNotice>? notify, CancellationToken cancellationToken, ChangeWatch? watch = null)
    {
        var begun = _time.GetTimestamp();
        KomboException first;
        try
        {
            return await attempt(cancellationToken).ConfigureAwait(false);
        }
        catch (KomboException failure) when (_retry.Most > 0 && RetryRule.For(failure, request) != RetryKind.None)
        {
            first = failure;
        }

        return await _pipeline.Value.RunAsync(first, begun, attempt, request, notify, watch, cancellationToken).ConfigureAwait(false);
    }
}
