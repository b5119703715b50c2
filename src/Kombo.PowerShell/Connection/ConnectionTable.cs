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

    /// <summary>The latest connection; null when there is none.</summary>
    public KomboConnection? Default => _connections.Count == 0 ? null : _connections[_connections.Count - 1];

    public KomboConnection? Find(string name) => _connections.Find(connection => name.Equals(connection.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a connection in place of one of the same name, and makes it the default.</summary>
    public void Add(KomboConnection connection)
    {
        // The replaced one is not closed: another runspace may have been given it.
        _connections.RemoveAll(other => connection.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase));
        _connections.Add(connection);
    }

    public bool Remove(KomboConnection connection) => _connections.Remove(connection);
}
