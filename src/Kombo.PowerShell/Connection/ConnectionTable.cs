using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Kombo.PowerShell;

/// <summary>The connections of one runspace: scripts in other runspaces of the same process, for other tenants, never see them.</summary>
internal sealed class ConnectionTable
{
    private static readonly ConditionalWeakTable<object, ConnectionTable> Tables = new();

    private readonly List<KomboConnection> _connections = [];

    /// <summary>The table of the runspace that runs on this thread.</summary>
    public static ConnectionTable Current => Tables.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>All connections, the latest last.</summary>
    public IReadOnlyList<KomboConnection> All => _connections;

    /// <summary>
    /// The current connection; null when there is none. No other one takes its place by itself: what was meant for one customer must
    /// not go to another.
    /// </summary>
    public KomboConnection? Default { get; private set; }

    /// <summary>True when a connection is the current one of the runspace that asks. Threads of .NET have none.</summary>
    public static bool IsDefault(KomboConnection connection) =>
        Runspace.DefaultRunspace is { } runspace && Tables.TryGetValue(runspace, out var table) && table.Default == connection;

    public KomboConnection? Find(string name) => _connections.Find(connection => name.Equals(connection.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a connection in place of one of the same name, and makes it the current one.</summary>
    public void Add(KomboConnection connection)
    {
        // The replaced one is not closed: another runspace may have been given it.
        _connections.RemoveAll(other => other != connection && connection.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase));
        if (!_connections.Contains(connection))
        {
            _connections.Add(connection);
        }

        Default = connection;
    }

    /// <summary>Leaves the runspace without a current connection.</summary>
    public void Deselect() => Default = null;

    public void Remove(KomboConnection connection)
    {
        _connections.Remove(connection);
        if (Default == connection)
        {
            Deselect();
        }
    }
}
