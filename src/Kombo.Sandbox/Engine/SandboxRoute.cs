using Kombo.Facts;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>One operation. Every class that derives from this one is found by itself; there is no list to add it to.</summary>
internal abstract class SandboxRoute
{
    private readonly Lazy<ApiOperation?> _api;

    protected SandboxRoute() => _api = new(() => ApiFacts.All.Operations.TryGetValue($"{Method} {Template}", out var api) ? api : null);

    /// <summary>The HTTP method.</summary>
    public abstract string Method { get; }

    /// <summary>The path behind <c>/v1/</c>, with parameters in braces: <c>ats/jobs/{job_id}/applications</c>.</summary>
    public abstract string Template { get; }

    /// <summary>What the API says of the operation; null for what is none, such as the address of a file.</summary>
    public ApiOperation? Api => _api.Value;

    /// <summary>Whether the API key is checked.</summary>
    public virtual bool NeedsKey => true;

    /// <summary>Whether the header X-Integration-Id is needed.</summary>
    public bool NeedsIntegration => Api is { NeedsIntegration: true };

    /// <summary>Whether the call does work in the connected tool and so counts as an action in flight.</summary>
    public virtual bool IsAction => Method != "GET" && NeedsIntegration;

    /// <summary>Answers the request.</summary>
    /// <returns>The value for <c>data</c>: a plain value, or pieces of ready JSON; or a whole <see cref="SandboxResponse"/>.</returns>
    public abstract object? Handle(SandboxRequest request);

    /// <summary>The answer of operations that have nothing to say.</summary>
    protected static KomboMap Nothing() => [];
}
