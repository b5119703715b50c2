namespace Kombo.Sandbox;

/// <summary>Random numbers that are the same every time, on every machine (SplitMix64, seeded with a text).</summary>
internal sealed class SeededRandom
{
    private ulong _state = 14695981039346656037;

    public SeededRandom(string seed)
    {
        foreach (var letter in seed)
        {
            _state = unchecked((_state ^ letter) * 1099511628211);
        }
    }

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True so many times in a thousand.</summary>
    public bool InThousand(int times) => Below(1000) < times;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
