namespace Kombo.Sandbox;

/// <summary>The values a fresh sandbox answers to.</summary>
public static class SandboxDefaults
{
    /// <summary>The API key. It opens nothing but a sandbox.</summary>
    public const string ApiKey = "sandbox-key-not-a-secret";

    /// <summary>The integration id. Every other id of the tool "sandbox" is known too.</summary>
    public const string IntegrationId = "sandbox:5tBcJ4Wq9zYx2Kd7Lm3Np6Rv";

    /// <summary>The environment that the key belongs to.</summary>
    public const string EnvironmentId = "7Qd3vNfKpWz2mHxUcR9sTgYb";

    /// <summary>The address that the sandbox is used under; nothing listens there.</summary>
    public static Uri BaseAddress { get; } = new("https://sandbox.kombo.invalid/v1/");
}
