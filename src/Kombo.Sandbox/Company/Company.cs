namespace Kombo.Sandbox;

/// <summary>The company behind a sandbox: its tables, each made when it is first asked for, and its clock.</summary>
internal sealed class Company
{
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
            table.Start(this);
        }

        return (T)table;
    }

    /// <summary>The moment of a change. It begins at the fixed reference date and moves a second with every change.</summary>
    public string Now() => Calendar.At(0, ++_seconds);
}
