namespace Kombo.Sandbox;

/// <summary>What happens in one part of the company on one day. The same day always brings the same.</summary>
internal abstract class Day(Database database, string part)
{
    /// <summary>The longest time between two things that happen, in seconds: a whole day of them ends before the next one begins.</summary>
    private const int LongestPause = 400;

    protected Database Database { get; } = database;

    /// <summary>The number of the day.</summary>
    protected int Today { get; } = database.Today;

    protected SeededRandom Random { get; } = new(FormattableString.Invariant($"{part} day {database.Today}"));

    /// <summary>Lets it happen.</summary>
    public abstract void Pass();

    /// <summary>Does something so many times, now and then during the day.</summary>
    protected void Times(int count, Action happen)
    {
        for (var i = 0; i < count; i++)
        {
            Database.Wait(Random.Below(LongestPause));
            happen();
        }
    }

    /// <summary>Does something on every so many-th day.</summary>
    protected void Every(int days, int first, Action happen) => Times(Today % days == first ? 1 : 0, happen);

    /// <summary>One of the records that are there and meet a condition; null for none.</summary>
    protected Row? Any(Table table, Func<Row, bool> condition)
    {
        var rows = table.Rows.Where(row => !row.IsDeleted && condition(row)).ToList();
        return rows.Count == 0 ? null : Random.Pick(rows);
    }
}
