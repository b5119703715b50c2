using System.Globalization;
using Kombo.Http;

namespace Kombo;

/// <summary>
/// How often and after which waits a request is tried again. What may be tried again at all is not set here: a change that
/// may have been carried out never is.
/// </summary>
public sealed class KomboRetry
{
    private const int UsualRetries = 5;
    private const int MostRetries = 100;

    /// <summary>No request is tried again.</summary>
    public static KomboRetry Off { get; } = new() { MaxRetry = 0 };

    /// <summary>
    /// How often a request is tried again at most, and for how many minutes when it is refused because the quota is used up;
    /// 0 for never. Null for 5 times, or for as often as <see cref="LongestTime"/> allows where that is given.
    /// </summary>
    public int? MaxRetry { get; init; }

    /// <summary>The wait before the first repetition. A server that names a time is waited for as it says.</summary>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestInterval { get; init; } = RetryRule.LongestWait;

    /// <summary>How much longer each wait is than the one before.</summary>
    public double Exponent { get; init; } = 2;

    /// <summary>The time after which nothing is tried again, from the first attempt on, waits for the quota included; null for no limit.</summary>
    public TimeSpan? LongestTime { get; init; }

    /// <summary>
    /// Whether requests without a whole answer (no connection, a broken one, no answer in time) are tried again like others.
    /// Null for the usual: like others, but twice at most where there is no connection at all.
    /// </summary>
    public bool? RetryConnectionError { get; init; }

    /// <summary>What <see cref="MaxRetry"/> comes to.</summary>
    internal int Most => MaxRetry ?? (LongestTime is null ? UsualRetries : MostRetries);

    /// <summary>In a few words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Most == 0 ? "Off" : string.Format(
        CultureInfo.InvariantCulture,
        "{0} times, after {1:0.###} to {2:0.###} s (x {3:0.###}){4}{5}",
        Most,
        FirstInterval.TotalSeconds,
        LongestInterval.TotalSeconds,
        Exponent,
        LongestTime is { } longest ? string.Format(CultureInfo.InvariantCulture, ", for {0:0.###} s", longest.TotalSeconds) : "",
        RetryConnectionError == false ? ", not without an answer" : "");

    /// <summary>The same with another number of repetitions.</summary>
    internal KomboRetry WithMaxRetry(int maxRetry) => new()
    {
        MaxRetry = maxRetry,
        FirstInterval = FirstInterval,
        LongestInterval = LongestInterval,
        Exponent = Exponent,
        LongestTime = LongestTime,
        RetryConnectionError = RetryConnectionError,
    };

    /// <summary>Refuses what makes no sense.</summary>
    /// <exception cref="KomboException">It names the value.</exception>
    internal void Check()
    {
        Check(nameof(MaxRetry), MaxRetry ?? 0, 0, MostRetries);
        Check(nameof(FirstInterval), FirstInterval.TotalSeconds, 0.001, RetryRule.LongestWait.TotalSeconds);
        Check(nameof(LongestInterval), LongestInterval.TotalSeconds, FirstInterval.TotalSeconds, RetryRule.LongestWait.TotalSeconds);
        Check(nameof(Exponent), Exponent, 1, 10);
        Check(nameof(LongestTime), LongestTime?.TotalSeconds ?? 1, 0.001, TimeSpan.FromDays(1).TotalSeconds);
    }

    private static void Check(string name, double value, double least, double most)
    {
        // A NaN is in no range.
        if (!(value >= least && value <= most))
        {
            throw KomboException.InvalidInput(name, string.Format(CultureInfo.InvariantCulture, "{0} is out of range: {1} to {2}.", value, least, most));
        }
    }
}
