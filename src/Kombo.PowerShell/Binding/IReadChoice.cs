namespace Kombo.PowerShell;

/// <summary>A cmdlet whose operation is a change, but with which a call may only read, says so of each call.</summary>
internal interface IReadChoice
{
    /// <summary>True when the call changes nothing.</summary>
    bool IsRead { get; }
}
