namespace Kombo.Sandbox;

/// <summary>The company behind a sandbox: its tables, each made when it is first asked for, and its clock.</summary>
/// <remarks>
/// The records of the beginning are made once in the process. Every sandbox begins with them, and copies what it changes.
/// </remarks>
internal sealed class Company
{
    /// <summary>The company of the beginning, which nobody changes. Lock it to use it.</summary>
    public static readonly Company Origin = new();

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
            table.Start(this, this == Origin ? null : Original<T>());
        }

        return (T)table;
    }

    /// <summary>The moment of a change. It begins at the fixed reference date and moves a second with every change.</summary>
    public string Now() => Calendar.At(0, ++_seconds);

    private static T Original<T>()
        where T : Table
    {
        lock (Origin)
        {
            return Origin.Get<T>();
        }
    }
}
