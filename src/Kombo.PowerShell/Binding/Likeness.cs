namespace Kombo.PowerShell;

/// <summary>Finds the name that a misspelled one was meant to be.</summary>
internal static class Likeness
{
    /// <summary>Comparing names takes longer than they are long: longer ones than any field has are not looked for.</summary>
    public const int LongestName = 300;

    /// <summary>The known name that looks most like another one; null when none does.</summary>
    public static string? Closest(IEnumerable<string> known, string name)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        var plain = Plain(name);
        var best = known.Where(key => key.Length <= LongestName).Select(key => (Key: key, Distance: Distance(Plain(key), plain))).OrderBy(pair => pair.Distance).FirstOrDefault();
        return best.Key is not null && best.Distance <= Math.Max(1, plain.Length / 4) ? best.Key : null;
    }

    private static string Plain(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).ToArray());

    /// <summary>How many letters must be changed, added or left out.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (left[i - 1] == right[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[right.Length];
    }
}
