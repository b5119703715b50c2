using System.Collections.Concurrent;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>How a row ended.</summary>
internal enum RowStatus
{
    /// <summary>It has not ended.</summary>
    Open,

    /// <summary>The API has carried it out.</summary>
    Done,

    /// <summary>The API has certainly not carried it out.</summary>
    Failed,

    /// <summary>Whether the API has carried it out is not known.</summary>
    Unknown,

    /// <summary>An earlier run has carried it out.</summary>
    Skipped,

    /// <summary>It was not tried.</summary>
    NotSent,
}

/// <summary>
/// One row of a change, with everything that its request needs: the command's properties belong to the next row before this
/// one is sent.
/// </summary>
internal sealed class WriteRow
{
    private volatile bool _isSent;
    private volatile RowStatus _status;

    /// <summary>The number of the row: 1 for the first object of the pipeline.</summary>
    public long Number { get; init; }

    /// <summary>What messages about the row begin with; null for a change that is no row of a pipeline.</summary>
    public string? Context { get; set; }

    /// <summary>What errors carry: the row; null for changes with secrets.</summary>
    public object? Target { get; init; }

    /// <summary>The object that the row is about: rows with the same one are never under way at the same time. Null for none.</summary>
    public string? Concerned { get; set; }

    /// <summary>True for a request that changes nothing: nobody waits for it when the command is ended.</summary>
    public bool IsRead { get; set; }

    /// <summary>Sends the request. Its result is what the command writes.</summary>
    public Func<ChangeWatch, Action<KomboNotice>, CancellationToken, Task<IReadOnlyList<object?>>>? Send { get; set; }

    /// <summary>The row's place in the journal; null without one.</summary>
    public JournalEntry? Entry { get; set; }

    /// <summary>How it ended. Whoever sees that it has sees everything else of it, too.</summary>
    public RowStatus Status
    {
        get => _status;
        set => _status = value;
    }

    /// <summary>What the command writes for it.</summary>
    public IReadOnlyList<object?> Answers { get; set; } = [];

    /// <summary>Why it failed; null for other rows.</summary>
    public KomboException? Failure { get; set; }

    /// <summary>The error that PowerShell has written for it, because it could not bind it; null for other rows.</summary>
    public ErrorRecord? Refusal { get; init; }

    /// <summary>The Kombo id of what was created or changed; null when it is not known.</summary>
    public string? Id { get; set; }

    /// <summary>What the answer warns of.</summary>
    public ConcurrentQueue<string> Warnings { get; } = new();

    /// <summary>Ends when the row has; it never fails.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>Takes a failure; the status that it gives the row is set by whoever ends it.</summary>
    public RowStatus FailBy(KomboException failure)
    {
        failure.Context ??= Context;
        Failure = failure;
        return failure.MayHaveExecuted ? RowStatus.Unknown : RowStatus.Failed;
    }

    /// <summary>True from the moment an attempt leaves until it is certain that it was refused.</summary>
    public bool IsSent
    {
        get => _isSent;
        set => _isSent = value;
    }

    /// <summary>True for an input whose failure ends the command: the only one.</summary>
    public bool EndsCommand { get; init; }

    /// <summary>True for a failure after which all other rows would fail, too.</summary>
    public bool IsFatal => Failure is { } failure
        && (failure.Failure == KomboFailure.NotConnected || failure.Code is "PLATFORM.AUTHENTICATION_INVALID" or "PLATFORM.IP_NOT_WHITELISTED");
}
