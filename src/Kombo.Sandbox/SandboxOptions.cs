namespace Kombo.Sandbox;

/// <summary>What can be set on a sandbox.</summary>
public sealed class SandboxOptions
{
    /// <summary>The key that requests must carry.</summary>
    public string ApiKey { get; set; } = SandboxDefaults.ApiKey;

    /// <summary>The integration id that is known in addition to all ids of the tool "sandbox".</summary>
    public string IntegrationId { get; set; } = SandboxDefaults.IntegrationId;

    /// <summary>How many requests one window takes. Kombo itself allows 300 a minute.</summary>
    public int RateLimit { get; set; } = 100_000;

    /// <summary>How long a window lasts, by the real clock.</summary>
    public TimeSpan RateLimitWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many actions may be in flight at a time.</summary>
    public int ConcurrencyLimit { get; set; } = 30;

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Whether <see cref="SandboxHandler.Calls"/> is filled (with the last 10,000 requests).</summary>
    public bool RecordCalls { get; set; }
}
