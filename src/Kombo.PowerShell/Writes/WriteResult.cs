using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>What came of one row of a change, as -AsResult writes it. The rows to send again are those with the status Failed or NotSent.</summary>
public sealed class WriteResult
{
    internal WriteResult(long row, string status)
    {
        Row = row;
        Status = status;
    }

    /// <summary>The number of the row: 1 for the first object of the pipeline.</summary>
    public long Row { get; }

    /// <summary>
    /// Done; Failed: certainly not carried out; Unknown: perhaps carried out, look before you send it again; Skipped: done in an
    /// earlier run, as the journal says; NotSent: not tried.
    /// </summary>
    public string Status { get; }

    /// <summary>The Kombo id of what was created or changed; null when it is not known.</summary>
    public string? Id { get; init; }

    /// <summary>The row itself; null for changes that carry a secret.</summary>
    public object? Input { get; init; }

    /// <summary>What the API answered; null for operations that answer with nothing, and where nothing was sent.</summary>
    public object? Answer { get; init; }

    /// <summary>Why it failed, or why nothing is known; null for other rows.</summary>
    public ErrorRecord? Error { get; init; }

    /// <summary>The row and its status.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"Row {Row}: {Status}");
}
