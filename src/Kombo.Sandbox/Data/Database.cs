using System.Globalization;

namespace Kombo.Sandbox;

/// <summary>The data of a sandbox: its tables, each made when it is first asked for, and its clock.</summary>
/// <remarks>
/// The seed data is made once in the process. Every sandbox begins with it, and copies what it changes.
/// </remarks>
internal sealed class Database
{
    /// <summary>The seed data, which nobody changes. Lock it to use it.</summary>
    public static readonly Database Seed = new();

    private readonly Dictionary<Type, Table> _tables = [];
    private DateTime _clock = Calendar.Start;

    /// <summary>How many days have passed since the reference date.</summary>
    public int Today { get; private set; }

    /// <summary>The sandbox's time, as the header Date has it: not before any change so far, and before every later one.</summary>
    public string Date => _clock.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The table of an entity.</summary>
    public T Get<T>()
        where T : Table
    {
        if (!_tables.TryGetValue(typeof(T), out var table))
        {
            table = Activator.CreateInstance<T>();
            _tables[typeof(T)] = table;
            table.Start(this, this == Seed ? null : SeedTable<T>());
        }

        return (T)table;
    }

    /// <summary>The moment of a change. It begins at the reference date and moves a second with every change.</summary>
    public string Now() => Calendar.Write(_clock = _clock.AddSeconds(1));

    /// <summary>Moves the clock on by as much.</summary>
    public void Wait(int seconds) => _clock = _clock.AddSeconds(seconds);

    /// <summary>Lets a day pass: what happens on it happens, and the next one begins.</summary>
    public void PassDay()
    {
        new HrisDay(this).Pass();
        new AtsDay(this).Pass();
        new LmsDay(this).Pass();
        var tables = Router.Lists.Select(list => list.TableOf(this)).Distinct().ToList();
        Today++;
        if (_clock < Calendar.Start.AddDays(Today))
        {
            _clock = Calendar.Start.AddDays(Today);
        }

        tables.ForEach(table => table.Purge(Calendar.At(Today - Table.KeptDays)));

        // Much is shown along with something else, and a day changes much. What was written as JSON is written again.
        tables.ForEach(table => table.Rows.ForEach(row => row.Invalidate()));
    }

    private static T SeedTable<T>()
        where T : Table
    {
        lock (Seed)
        {
            return Seed.Get<T>();
        }
    }
}
