namespace Kombo.Http;

/// <summary>Waiting by a clock that tests can move.</summary>
internal static class Clock
{
    public static Task DelayAsync(this TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(wait, time, cancellationToken);
#else
        time.Delay(wait, cancellationToken);
#endif
}
