using System.Diagnostics;

namespace Kombo.PowerShell;

/// <summary>A connection to Kombo: where it goes and for whom. The API key is not part of what can be seen of it.</summary>
[DebuggerDisplay("{Name}: {Server}")]
public sealed class KomboConnection
{
    internal KomboConnection(string name, KomboClient client, string? environmentId, bool isSandbox)
    {
        Name = name;
        Client = client;
        EnvironmentId = environmentId;
        IsSandbox = isSandbox;
    }

    /// <summary>The name to use with -Connection.</summary>
    public string Name { get; }

    /// <summary>The API's address.</summary>
    public Uri Server => Client.Server;

    /// <summary>The environment that the key belongs to; null when the key was not checked.</summary>
    public string? EnvironmentId { get; }

    /// <summary>The integration that commands work on unless they name one; null for none.</summary>
    public string? IntegrationId => Client.IntegrationId;

    /// <summary>True for the sandbox: nothing leaves this process.</summary>
    public bool IsSandbox { get; }

    /// <summary>True for the connection that commands of this runspace use unless they name another.</summary>
    public bool IsCurrent => ConnectionTable.IsDefault(this);

    internal KomboClient Client { get; }

    internal bool IsClosed { get; private set; }

    /// <summary>Forgets the key, for every runspace that has this connection.</summary>
    internal void Close()
    {
        IsClosed = true;
        Client.Dispose();
    }

    /// <summary>The connection's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;
}
