namespace Kombo.Sandbox;

/// <summary>One request that a sandbox has seen.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">The path behind <c>/v1/</c>, with the query, as it was sent.</param>
/// <param name="Status">The HTTP status of the answer; 0 when there was none.</param>
public sealed record SandboxCall(string Method, string PathAndQuery, int Status);
