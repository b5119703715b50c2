using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>What the user wants of a run of changes.</summary>
internal interface IWriteChoice
{
    /// <summary>How many rows may be under way at the same time; null for one.</summary>
    int? ThrottleLimit { get; }

    /// <summary>The journal; null for none.</summary>
    string? JournalPath { get; }

    /// <summary>True to send again what may have been carried out in an earlier run.</summary>
    SwitchParameter RetryUnknown { get; }

    /// <summary>True for one object a row instead of answers and errors.</summary>
    SwitchParameter AsResult { get; }
}

/// <summary>
/// One run of a command that changes something, on the pipeline's thread: hands rows to the sender, writes what came of them
/// in the order of the input, and leaves no row without a word, however the run ends.
/// </summary>
internal sealed class WriteRun : IDisposable
{
    /// <summary>How many rows are read ahead for each one that is under way: some wait for others that concern the same object.</summary>
    private const int ReadAhead = 4;

    /// <summary>How many rows wait to be written at most, when one at the front takes long.</summary>
    private const int MostWaiting = 1000;
    private const int MostNamed = 20;

    /// <summary>How long those that have been sent may go on when the user stops the command.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProgressDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    private readonly KomboCommand _command;
    private readonly IWriteChoice? _choice;
    private readonly RowSender _sender;
    private readonly Queue<WriteRow> _rows = new();
    private readonly Dictionary<RowStatus, long> _counts = [];
    private readonly List<long> _notSent = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly int _limit;
    private TimeSpan _shown;
    private WriteJournal? _journal;
    private ErrorRecord? _fatal;
    private bool _isOver;

    /// <summary>A run.</summary>
    /// <param name="command">The command.</param>
    /// <param name="choice">What the user wants of it; null for a single change.</param>
    public WriteRun(KomboCommand command, IWriteChoice? choice = null)
    {
        _command = command;
        _choice = choice;
        _limit = choice?.ThrottleLimit ?? 1;
        if (_limit > 1 && PipelineVariables.AreBefore(command))
        {
            _limit = 1;
            command.Notify(new KomboNotice(
                KomboNoticeKind.Warning, "The rows are sent one after the other: a command before has -PipelineVariable, and its variable would not belong to the answers. With -AsResult, Input is the row."));
        }

        _sender = new RowSender(_limit, command.Notify, command.Wake, command.StopToken);
    }

    /// <summary>True when no more rows are sent: one has failed as all others would.</summary>
    private bool IsClosed => _sender.IsClosed;

    private bool AsResult => _choice is not null && _choice.AsResult;

    /// <summary>True where rows come through a pipeline, so that they have numbers.</summary>
    private bool HasRows => _choice is not null && _command.MyInvocation.ExpectingInput;

    /// <summary>Says in the journal, or in memory without one, whether a request is still to be sent.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="request">The request.</param>
    /// <param name="connection">The connection.</param>
    /// <returns>False when it has been carried out in an earlier run.</returns>
    /// <exception cref="KomboException">Whether it was carried out in an earlier run is not known.</exception>
    public bool Enter(WriteRow row, KomboRequest request, KomboConnection connection)
    {
        if (_choice?.JournalPath is null || request.IsRead)
        {
            return true;
        }

        _journal ??= OpenJournal(
            connection, request.IntegrationHeader == IntegrationHeader.None ? null : request.IntegrationId ?? connection.IntegrationId);
        row.Entry = _journal.Enter(row.Number, request);
        row.Id = row.Entry.Id ?? row.Id;
        switch (row.Entry.Fate)
        {
            case JournalEvent.Done:
                row.Status = RowStatus.Skipped;
                return false;
            case JournalEvent.Sending or JournalEvent.Unknown when !_choice.RetryUnknown:
                throw new KomboException(
                    KomboFailure.OutcomeUnknown, "An earlier run sent this row, and the journal does not contain its outcome.");
            default:
                return true;
        }
    }

    /// <summary>Refuses what cannot be wanted together.</summary>
    public static void CheckChoice(KomboCommand command, IWriteChoice choice)
    {
        if (choice.RetryUnknown && choice.JournalPath is null)
        {
            command.Terminate(KomboException.InvalidInput(nameof(IWriteChoice.RetryUnknown), "it requires -JournalPath."), null);
        }
    }

    /// <summary>Prepares a row and takes it, however that went.</summary>
    /// <param name="number">The number of the row.</param>
    /// <param name="target">What errors carry.</param>
    /// <param name="begin">Gives the row what it needs to be sent, or its end.</param>
    /// <param name="endsCommand">True for an input whose failure ends the command.</param>
    public void Begin(long number, object? target, Action<WriteRow> begin, bool endsCommand = false)
    {
        var row = new WriteRow
        {
            Number = number,
            Target = target,
            Context = HasRows ? FormattableString.Invariant($"Row {number}: ") : null,
            EndsCommand = endsCommand,
        };
        try
        {
            if (IsClosed)
            {
                row.Status = RowStatus.NotSent;
            }
            else
            {
                begin(row);
            }
        }
        catch (KomboException failure)
        {
            row.Status = row.FailBy(failure);
        }

        Add(row);
    }

    /// <summary>Takes a row: one that is to be sent, or one that has ended already.</summary>
    public void Add(WriteRow row)
    {
        _rows.Enqueue(row);
        if (row.Send is not null && row.Status == RowStatus.Open)
        {
            _sender.Start(row);
        }

        // With a limit of one, a row has ended before the next one is read.
        Await(() => (_limit == 1 ? _rows.Count == 0 : _sender.Open < _limit * ReadAhead) && _rows.Count < MostWaiting);
    }

    /// <summary>Waits for one change that is no row of a pipeline; writes nothing of it.</summary>
    public void Carry(WriteRow row)
    {
        _sender.Start(row);
        while (row.Status == RowStatus.Open)
        {
            if (!_command.AwaitUntil(() => row.Status != RowStatus.Open, _command.ShowWait, isSilent: _command.CanEndByWriting()))
            {
                _rows.Enqueue(row);
                EndStopped();
                throw new PipelineStoppedException();
            }
        }

        _command.EndProgress();
    }

    /// <summary>Waits for all rows, and says in a line what came of them.</summary>
    public void Finish()
    {
        Await(() => _rows.Count == 0);
        _isOver = true;
        _command.EndProgress();
        Close();
        if (_fatal is not null)
        {
            _command.WriteError(_fatal);
        }
    }

    /// <summary>
    /// Ends the run before the command ends: sends no more rows, waits for those that have been sent, and writes what came of
    /// them as far as anything can still be written.
    /// </summary>
    public void Abort()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _sender.Close();
        WaitForSent();
        foreach (var row in _rows)
        {
            Count(row);
            if (HasRows && row.Status is not RowStatus.NotSent)
            {
                Say(Line(row));
            }
        }

        _rows.Clear();
        Close();
    }

    /// <summary>As <see cref="Abort"/>, while answers can still be written: for an error that is about to end the command.</summary>
    public void Settle()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _sender.Close();
        WaitForSent();
        while (_rows.Count > 0)
        {
            var row = _rows.Dequeue();
            Count(row);
            switch (row.Status)
            {
                case RowStatus.Done:
                    WriteAnswers(row);
                    break;
                case RowStatus.NotSent:
                    break;
                default:
                    Say(Line(row));
                    break;
            }
        }

        Close();
    }

    /// <summary>Does a part of the command. Whatever ends it, what has been sent is not left alone.</summary>
    public void Guard(Action work)
    {
        try
        {
            work();
        }
        catch
        {
            Abort();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isOver && _rows.Count > 0)
        {
            // PowerShell has ended the pipeline by itself, such as for a row that it could not bind with -ErrorAction Stop.
            EndStopped();
        }

        _sender.Dispose();
        _journal?.Dispose();
    }

    private void Await(Func<bool> isOver)
    {
        while (true)
        {
            while (_rows.Count > 0 && _rows.Peek().Status != RowStatus.Open)
            {
                Deliver(_rows.Dequeue());
            }

            ShowState();
            if (isOver())
            {
                return;
            }

            var isSilent = _sender.Open > 0 && _command.CanEndByWriting();
            if (!_command.AwaitUntil(() => isOver() || (_rows.Count > 0 && _rows.Peek().Status != RowStatus.Open), ShowState, isSilent))
            {
                EndStopped();
                throw new PipelineStoppedException();
            }
        }
    }

    private void Deliver(WriteRow row)
    {
        Count(row);
        var warnings = row.Warnings.ToArray();
        if ((row.IsFatal || (row.EndsCommand && row.Failure is not null)) && !AsResult)
        {
            Settle();
            _command.Terminate(row.Failure!, row.Target);
        }

        if (AsResult)
        {
            _command.WriteObject(ResultOf(row));
            if (row.IsFatal)
            {
                _fatal ??= ErrorRecords.From(row.Failure!, row.Target);
            }
        }
        else if (row.Status is RowStatus.Failed or RowStatus.Unknown)
        {
            if (row.Refusal is null)
            {
                SettleIf("ErrorAction", "ErrorActionPreference");
                _command.WriteError(ErrorRecords.From(row.Failure!, row.Target));
            }
        }
        else
        {
            WriteAnswers(row);
        }

        if (warnings.Length > 0)
        {
            SettleIf("WarningAction", "WarningPreference");
            foreach (var warning in warnings)
            {
                _command.WriteWarning(warning);
            }
        }

        if (_sender.JournalFailure is { } failure && AsResult)
        {
            _fatal ??= ErrorRecords.From(failure, row.Target);
        }
        else if (_sender.JournalFailure is { } broken)
        {
            Settle();
            _command.Terminate(broken, row.Target, "The outcome of the rows that were sent is above. Later rows were not sent.");
        }
    }

    /// <summary>What is about to be written ends the command: nothing can be written after that.</summary>
    private void SettleIf(string parameter, string variable)
    {
        if (_command.EndsBy(parameter, variable))
        {
            Settle();
        }
    }

    private void WriteAnswers(WriteRow row)
    {
        foreach (var answer in row.Answers)
        {
            _command.WriteObject(answer);
        }
    }

    private static WriteResult ResultOf(WriteRow row) => new(row.Number, row.Status.ToString())
    {
        Id = row.Id,
        Input = row.Target,
        Answer = row.Answers.Count == 1 ? row.Answers[0] : row.Answers.Count == 0 ? null : row.Answers.ToArray(),
        Error = row.Refusal ?? (row.Failure is null ? null : ErrorRecords.From(row.Failure, row.Target)),
    };

    /// <summary>The user has stopped the command: what has been sent gets a few seconds, so that its fate is known.</summary>
    private void EndStopped()
    {
        _isOver = true;
        _sender.Close();
        var sent = _rows.Count(row => row.Status == RowStatus.Open && row.IsSent);
        if (sent > 0)
        {
            TellHost(string.Format(CultureInfo.InvariantCulture, "Stopping. {0:N0} change(s) have been sent: waiting for the answers, {1:0} seconds at most.", sent, Grace.TotalSeconds));
        }

        var all = Task.WhenAll(_rows.Select(row => row.Ended));
        if (!all.Wait(Grace))
        {
            _sender.Abandon();
            all.Wait(TimeToEnd);
        }

        foreach (var row in _rows)
        {
            Count(row);
            if (row.Status is not RowStatus.NotSent)
            {
                TellHost(Line(row));
            }
        }

        _rows.Clear();
        if (HasRows)
        {
            TellHost(Summary());
        }
    }

    private void WaitForSent()
    {
        if (!_command.AwaitUntil(() => _sender.Open == 0, ShowState, isSilent: true))
        {
            EndStopped();
            throw new PipelineStoppedException();
        }

        _command.EndProgress();
    }

    private void Count(WriteRow row)
    {
        // Nobody waited for it to the end.
        var status = row.Status == RowStatus.Open ? RowStatus.Unknown : row.Status;
        _counts[status] = CountOf(status) + 1;
        if (status == RowStatus.NotSent)
        {
            _notSent.Add(row.Number);
        }
    }

    private long CountOf(RowStatus status) => _counts.TryGetValue(status, out var count) ? count : 0;

    /// <summary>Says at the end what came of the rows, and warns when anything is left open.</summary>
    private void Close()
    {
        if (!HasRows || _counts.Count == 0)
        {
            return;
        }

        var summary = Summary();
        _command.WriteVerbose(summary);
        if (CountOf(RowStatus.Unknown) > 0 || (IsClosed && !_command.StopToken.IsCancellationRequested))
        {
            Say(summary);
        }

        if (_journal?.Orphans is > 0 and var orphans && !IsClosed)
        {
            Say(string.Format(
                CultureInfo.InvariantCulture, "The journal contains {0:N0} change(s) whose outcome is not known and whose rows were not in this input. If you corrected such a row and sent it now, check whether it was carried out twice.", orphans));
        }
    }

    private string Summary()
    {
        var text = string.Format(
            CultureInfo.InvariantCulture,
            "{0} row(s) in {1:0.#} s: {2} done, {3} failed, {4} unknown, {5} skipped, {6} not sent.",
            Number(_counts.Values.Sum()),
            _clock.Elapsed.TotalSeconds,
            Number(CountOf(RowStatus.Done)),
            Number(CountOf(RowStatus.Failed)),
            Number(CountOf(RowStatus.Unknown)),
            Number(CountOf(RowStatus.Skipped)),
            Number(CountOf(RowStatus.NotSent)));
        if (IsClosed)
        {
            text += _notSent.Count == 0
                ? " The rows after them were not sent."
                : $" Not sent: {NotSent()}, and those after them.";
        }

        return CountOf(RowStatus.Unknown) > 0
            ? text + " Rows with an unknown outcome may have been carried out: check in the connected tool before you send them again."
            : text;
    }

    private string NotSent()
    {
        var (first, last) = (_notSent[0], _notSent[_notSent.Count - 1]);
        return last - first + 1 == CountOf(RowStatus.NotSent)
            ? first == last ? $"row {Number(first)}" : $"rows {Number(first)} to {Number(last)}"
            : $"rows {string.Join(", ", _notSent.Take(MostNamed).Select(Number))}{(_notSent.Count > MostNamed ? ", ..." : "")}";
    }

    private static string Line(WriteRow row) => (row.Context ?? "The change: ") + row.Status switch
    {
        RowStatus.Done => row.Id is null ? "done." : $"done, id {row.Id}.",
        RowStatus.Skipped => "done by an earlier run.",
        RowStatus.Open => "stopped before the answer came. The change may have been carried out.",
        _ => row.Failure is { } failure ? (failure.Context is { } context && failure.Message.StartsWith(context, StringComparison.Ordinal) ? failure.Message.Substring(context.Length) : failure.Message) : "refused by PowerShell.",
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void ShowState()
    {
        if (!HasRows)
        {
            _command.ShowWait();
            return;
        }

        if (_clock.Elapsed < ProgressDelay || _clock.Elapsed - _shown < ProgressInterval)
        {
            return;
        }

        _shown = _clock.Elapsed;
        var ended = _counts.Values.Sum() + _rows.Count(row => row.Status != RowStatus.Open);
        var failed = CountOf(RowStatus.Failed) + CountOf(RowStatus.Unknown);
        var text = string.Format(
            CultureInfo.InvariantCulture,
            "{0} row(s) done, {1} failed, {2} under way, {3:0.0} rows a second",
            Number(ended - failed),
            Number(failed),
            Number(_rows.Count(row => row.Status == RowStatus.Open && row.IsSent)),
            ended / _clock.Elapsed.TotalSeconds);
        var (reason, seconds) = _command.CurrentWait;
        _command.ShowProgress(reason is null ? text : $"{text}. {reason}", seconds);
    }

    private WriteJournal OpenJournal(KomboConnection connection, string? integrationId) => WriteJournal.Open(
        OutputPath.Of(_command, _choice!.JournalPath!, nameof(IWriteChoice.JournalPath)), _command.MyInvocation.MyCommand.Name, connection, integrationId, _command.IsWhatIf());

    /// <summary>Warns; where PowerShell takes no more warnings, because the command is being ended, the host is told.</summary>
    private void Say(string line)
    {
        if (_command.CanEndByWriting())
        {
            TellHost(line);
            return;
        }

        try
        {
            _command.WriteWarning(line);
        }
        catch (PipelineStoppedException)
        {
            TellHost(line);
        }
    }

    private void TellHost(string line)
    {
        try
        {
            _command.Host?.UI?.WriteWarningLine(line);
        }
        catch (Exception failure) when (failure is PipelineStoppedException or NotImplementedException or InvalidOperationException)
        {
            // A host without a screen; the journal has it.
        }
    }
}
