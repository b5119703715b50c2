using System.Diagnostics;

namespace Kombo.PowerShell;

/// <summary>A connection to Kombo: where it goes and for whom. The API key is not part of what can be seen of it.</summary>
[DebuggerDisplay("{Name}: {Server}")]
public sealed class KomboConnection
{
    internal KomboConnection(string name, KomboClient client, string? environmentId, HttpMessageHandler? sandbox = null)
    {
        Name = name;
        Client = Root = client;
        EnvironmentId = environmentId;
        Sandbox = sandbox;
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
    public bool IsSandbox => Sandbox is not null;

    /// <summary>How many requests are left in this minute, of how many, and when they are renewed, as of the last answer; null before the first.</summary>
    public KomboLimit? RateLimit => Client.RateLimit;

    /// <summary>
    /// How many changes at the same time are left, and of how many, as of the last answer to a change. Kombo counts them for
    /// each integration. Null before the first.
    /// </summary>
    public KomboLimit? Concurrency => Client.Concurrency;

    /// <summary>True for the connection that commands of this runspace use unless they name another.</summary>
    public bool IsCurrent => ConnectionTable.IsDefault(this);

    internal KomboClient Client { get; }

    /// <summary>What answers in place of the network; null for a real connection. See <see cref="SandboxConnection"/>.</summary>
    internal HttpMessageHandler? Sandbox { get; }

    /// <summary>The client without the settings of one command: what was read over the connection is kept by it.</summary>
    internal KomboClient Root { get; private init; }

    internal bool IsClosed { get; private set; }

    /// <summary>Forgets the key, for every runspace that has this connection.</summary>
    internal void Close()
    {
        IsClosed = true;
        Client.Dispose();
    }

    /// <summary>The connection for a command with settings of its own.</summary>
    /// <exception cref="KomboException">A value is out of range.</exception>
    internal KomboConnection With(KomboRetry? retry, int? maxRetry, int? timeoutSec) => retry is null && maxRetry is null && timeoutSec is null
        ? this
        : new KomboConnection(Name, Client.With(retry, maxRetry, timeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null), EnvironmentId, Sandbox) { Root = Root };

    /// <summary>The connection's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;
}
