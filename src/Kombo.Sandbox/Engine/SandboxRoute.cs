using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>One operation. Every class that derives from this one is found by itself; there is no list to add it to.</summary>
internal abstract class SandboxRoute
{
    /// <summary>The HTTP method.</summary>
    public abstract string Method { get; }

    /// <summary>The path behind <c>/v1/</c>, with parameters in braces: <c>ats/jobs/{job_id}/applications</c>.</summary>
    public abstract string Template { get; }

    /// <summary>Whether the API key is checked.</summary>
    public virtual bool NeedsKey => true;

    /// <summary>Whether the header X-Integration-Id is needed.</summary>
    public virtual bool NeedsIntegration => true;

    /// <summary>Whether the call does work in the connected tool and so counts as an action in flight.</summary>
    public virtual bool IsAction => Method != "GET" && NeedsIntegration;

    /// <summary>Whether the answer carries warnings.</summary>
    public virtual bool HasWarnings => false;

    /// <summary>The query parameters that the operation knows.</summary>
    public virtual IEnumerable<string> QueryNames => [];

    /// <summary>Whether the body is a list of objects, one a line (NDJSON). Then <see cref="Body"/> looks at each of them.</summary>
    public virtual bool TakesLines => false;

    /// <summary>What the body must look like; null where it is not looked at.</summary>
    public virtual Check? Body => null;

    /// <summary>Answers the request.</summary>
    /// <returns>The value for <c>data</c>: a plain value, or pieces of ready JSON; or a whole <see cref="SandboxResponse"/>.</returns>
    public abstract object? Handle(SandboxRequest request);

    /// <summary>The answer of operations that have nothing to say.</summary>
    protected static KomboMap Nothing() => [];
}
