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
    private int _seconds;

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

    /// <summary>The moment of a change. It begins at the fixed reference date and moves a second with every change.</summary>
    public string Now() => Calendar.At(0, ++_seconds);

    private static T SeedTable<T>()
        where T : Table
    {
        lock (Seed)
        {
            return Seed.Get<T>();
        }
    }
}
