using System.Globalization;

namespace Kombo;

/// <summary>A limit of Kombo as an answer told it: of requests in a window, or of changes at the same time.</summary>
public sealed class KomboLimit
{
    internal KomboLimit(int limit, int? remaining, DateTime? resetsAt, DateTime asOf)
    {
        Limit = limit;
        Remaining = remaining;
        ResetsAt = resetsAt;
        AsOf = asOf;
    }

    /// <summary>How many there may be.</summary>
    public int Limit { get; }

    /// <summary>How many are left; null when the answer did not say.</summary>
    public int? Remaining { get; }

    /// <summary>When all of them are available again, in UTC; null when the answer did not say.</summary>
    public DateTime? ResetsAt { get; }

    /// <summary>When the answer came, in UTC. What other programs have used since then is not known.</summary>
    public DateTime AsOf { get; }

    /// <summary>What is left, and of how many.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} of {1}", Remaining?.ToString(CultureInfo.InvariantCulture) ?? "?", Limit);
}
