using System.Runtime.CompilerServices;
using Kombo.Sandbox;

namespace Kombo.PowerShell;

/// <summary>
/// What <c>Connect-Kombo -Sandbox</c> connects with. Only methods of this class name the sandbox's types: a method that does
/// loads its assembly, and the one with the facts of the API, as soon as it runs. A real connection needs neither.
/// </summary>
internal static class SandboxConnection
{
    /// <summary>The key that a sandbox answers to.</summary>
    public const string ApiKey = SandboxDefaults.ApiKey;

    /// <summary>The integration of a sandbox.</summary>
    public const string IntegrationId = SandboxDefaults.IntegrationId;

    /// <summary>The address that a sandbox is used under.</summary>
    public static Uri Server
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => SandboxDefaults.BaseAddress;
    }

    /// <summary>A sandbox with fresh data.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static HttpMessageHandler NewHandler() => new SandboxHandler();

    /// <summary>Lets days pass in a sandbox.</summary>
    /// <param name="handler">What <see cref="NewHandler"/> made.</param>
    /// <param name="count">How many.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void PassDays(HttpMessageHandler handler, int count) => ((SandboxHandler)handler).PassDays(count);
}
