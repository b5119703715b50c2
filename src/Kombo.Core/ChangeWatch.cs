namespace Kombo;

/// <summary>
/// What the sender of a change wants to be told while it is under way: so that a record of it is on disk before it leaves,
/// and so that it is given time to end when everything else is stopped.
/// </summary>
public sealed class ChangeWatch
{
    /// <summary>
    /// Called on any thread right before an attempt is sent; null for nothing. An exception ends the request, and this attempt
    /// is not sent.
    /// </summary>
    public Action? Leaving { get; init; }

    /// <summary>Called on any thread when an attempt was refused before any work was done, and another one follows; null for nothing.</summary>
    public Action? Refused { get; init; }

    /// <summary>Ends an attempt that has been sent already. The token of the call ends only what waits to be sent.</summary>
    public CancellationToken Abandon { get; init; }
}
