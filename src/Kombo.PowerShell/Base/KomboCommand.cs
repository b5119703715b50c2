using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Kombo.PowerShell;

/// <summary>
/// The base of every cmdlet that talks to Kombo. It lends the pipeline's thread to the client's tasks: waits for them,
/// writes what they report, and ends them when the user stops the pipeline.
/// </summary>
public abstract class KomboCommand : PSCmdlet, IDisposable
{
    private static readonly TimeSpan ProgressDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);
    private const int Tick = 250;

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<KomboNotice> _notices = new();
    private readonly ConcurrentQueue<KomboNotice> _warnings = new();
    private readonly ManualResetEventSlim _wake = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private HashSet<string> _fromCommandLine = new(StringComparer.OrdinalIgnoreCase);
    private TimeSpan _waitUntil;
    private string? _waitReason;
    private bool _showsProgress;

    /// <summary>Whether this is Windows PowerShell: its .NET Framework calls itself version 4, and every later .NET 5 or more.</summary>
    internal static bool IsWindowsPowerShell { get; } = Environment.Version.Major == 4;

    /// <summary>Cancelled when the user stops the pipeline.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Ends whatever still runs.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _fromCommandLine = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Ends whatever still runs.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();
        }
    }

    /// <summary>True when the parameter was given on the command line, not by the pipeline.</summary>
    private protected bool IsFromCommandLine(string parameter) => _fromCommandLine.Contains(parameter);

    /// <summary>Ends a loop over something foreign, which may have no end of its own, when the user stops the pipeline.</summary>
    /// <exception cref="PipelineStoppedException">The user did.</exception>
    private protected void ThrowIfStopped()
    {
        if (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Takes a report from any thread.</summary>
    internal void Notify(KomboNotice notice)
    {
        (notice.Kind == KomboNoticeKind.Warning ? _warnings : _notices).Enqueue(notice);
        _wake.Set();
    }

    /// <summary>Waits for a task on the pipeline's thread and writes what is reported meanwhile.</summary>
    /// <param name="task">The task; it ends when <see cref="StopToken"/> is cancelled.</param>
    /// <param name="onTick">Called about four times a second while waiting.</param>
    /// <exception cref="PipelineStoppedException">The user stopped the pipeline.</exception>
    internal TResult Await<TResult>(Task<TResult> task, Action? onTick = null)
    {
        var result = AwaitAnswer(task, onTick);
        WriteNotices();
        return result;
    }

    /// <summary>
    /// As <see cref="Await{TResult}"/>, but what was reported last is still to be written, by <see cref="WriteNotices"/>: an
    /// answer goes out before anything that can end the command, such as a warning with -WarningAction Stop.
    /// </summary>
    /// <param name="task">The task; it ends when <see cref="StopToken"/> is cancelled.</param>
    /// <param name="onTick">Called about four times a second while waiting.</param>
    internal TResult AwaitAnswer<TResult>(Task<TResult> task, Action? onTick = null)
    {
        WaitFor(
            task,
            () =>
            {
                WriteProceedings();
                ShowWait();
                onTick?.Invoke();
            });
        if (task.IsFaulted)
        {
            WriteNotices();
        }

        return ResultOf(task);
    }

    /// <summary>Lends the thread to a condition that other threads make true; they call <see cref="Wake"/>.</summary>
    /// <param name="isOver">The condition.</param>
    /// <param name="onTick">Called about four times a second while waiting.</param>
    /// <param name="isSilent">True when nothing may be written meanwhile, because writing could end the command.</param>
    /// <returns>False when the user stopped the pipeline before.</returns>
    internal bool AwaitUntil(Func<bool> isOver, Action onTick, bool isSilent)
    {
        while (!isOver())
        {
            try
            {
                _wake.Wait(Tick, StopToken);
            }
            catch (OperationCanceledException)
            {
                return false;
            }

            _wake.Reset();
            if (!isSilent)
            {
                WriteProceedings();
                onTick();
            }
        }

        return true;
    }

    /// <summary>Has the thread that waits look again; called on any thread.</summary>
    internal void Wake() => _wake.Set();

    /// <summary>Whether a line of a stream ends the command.</summary>
    /// <param name="parameter">The common parameter.</param>
    /// <param name="variable">The preference variable.</param>
    internal bool EndsBy(string parameter, string variable) => Preference(parameter, variable) == ActionPreference.Stop;

    /// <summary>What is waited for, and how many seconds more; null when nothing is.</summary>
    internal (string? Reason, int Seconds) CurrentWait
    {
        get
        {
            var left = _waitUntil - _clock.Elapsed;
            return _waitReason is null || left <= TimeSpan.Zero ? (null, -1) : (_waitReason, (int)Math.Ceiling(left.TotalSeconds));
        }
    }

    /// <summary>Whether a line of any stream, or progress, can end the command: by a preference, or by the answer to a question.</summary>
    internal bool CanEndByWriting()
    {
        bool Ends(string parameter, string variable) =>
            Preference(parameter, variable) is not (null or ActionPreference.Continue or ActionPreference.SilentlyContinue or ActionPreference.Ignore);

        return Ends("WarningAction", "WarningPreference") || Ends("ProgressAction", "ProgressPreference")
            || (!MyInvocation.BoundParameters.ContainsKey("Verbose") && Ends("", "VerbosePreference"))
            || (!MyInvocation.BoundParameters.ContainsKey("Debug") && Ends("", "DebugPreference"));
    }

    /// <summary>True with -Debug.</summary>
    private bool IsDebugging => MyInvocation.BoundParameters.TryGetValue("Debug", out var debug) && LanguagePrimitives.IsTrue(debug);

    /// <summary>Writes to the verbose stream; with -Debug alone to the debug stream, because PowerShell would ask after each line whether to go on.</summary>
    internal new void WriteVerbose(string text)
    {
        if (IsDebugging && !MyInvocation.BoundParameters.ContainsKey("Verbose"))
        {
            WriteDebug(text);
        }
        else
        {
            base.WriteVerbose(text);
        }
    }

    /// <summary>Writes a warning, after which PowerShell does not ask only because of -Debug.</summary>
    internal new void WriteWarning(string text)
    {
        if (IsDebugging && !MyInvocation.BoundParameters.ContainsKey("WarningAction"))
        {
            // A command of its own has no -Debug. What it writes goes where this command's stream goes.
            InvokeCommand.InvokeScript("param($text) Write-Warning -Message $text", true, PipelineResultTypes.Warning, null, text);
        }
        else
        {
            base.WriteWarning(text);
        }
    }

    internal new void WriteDebug(string text)
    {
        // Windows PowerShell asks after these lines, too.
        if (IsWindowsPowerShell && IsDebugging)
        {
            InvokeCommand.InvokeScript("param($text) $DebugPreference = 'Continue'; Write-Debug -Message $text", true, PipelineResultTypes.Debug, null, text);
        }
        else
        {
            base.WriteDebug(text);
        }
    }

    /// <summary>Whether somebody reads the stream; else its lines are not even made.</summary>
    private bool Shows(string parameter, string variable) => MyInvocation.BoundParameters.TryGetValue(parameter, out var given)
        ? LanguagePrimitives.IsTrue(given)
        : Preference(parameter, variable) is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private ActionPreference? Preference(string parameter, string variable) =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(
            MyInvocation.BoundParameters.TryGetValue(parameter, out var given) ? given : GetVariableValue(variable), out var preference)
            ? preference
            : null;

    private void WaitFor(Task task, Action onTick)
    {
        if (!task.IsCompleted)
        {
            _ = task.ContinueWith(_ => _wake.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                try
                {
                    _wake.Wait(Tick, StopToken);
                }
                catch (OperationCanceledException)
                {
                    // The task ends by itself; nobody is interested in how.
                    _ = task.ContinueWith(static abandoned => _ = abandoned.Exception, TaskScheduler.Default);
                    throw new PipelineStoppedException();
                }

                _wake.Reset();
                onTick();
            }
        }

        _waitReason = null;
    }

    private TResult ResultOf<TResult>(Task<TResult> task)
    {
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Shows progress under this command's name.</summary>
    internal void ShowProgress(string status, int secondsRemaining = -1, int percentComplete = -1)
    {
        _showsProgress = true;
        WriteProgress(new ProgressRecord(GetHashCode() & 0x7FFFFFFF, MyInvocation.MyCommand.Name, status)
        {
            SecondsRemaining = secondsRemaining,
            PercentComplete = percentComplete,
        });
    }

    /// <summary>Takes progress off the screen.</summary>
    internal void EndProgress()
    {
        if (_showsProgress)
        {
            _showsProgress = false;
            WriteProgress(new ProgressRecord(GetHashCode() & 0x7FFFFFFF, MyInvocation.MyCommand.Name, " ") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <summary>Ends the pipeline with an error.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="target">What was worked on.</param>
    /// <param name="advice">What else to do about it; null for nothing.</param>
    internal void Terminate(KomboException failure, object? target, string? advice = null)
    {
        BeforeEnd();
        EndProgress();
        ThrowTerminatingError(ErrorRecords.From(failure, target, advice));
    }

    /// <summary>Called before an error ends the pipeline: the last time that anything can be written.</summary>
    private protected virtual void BeforeEnd()
    {
    }

    /// <summary>Reports that one input failed; ends the pipeline if all others would fail, too.</summary>
    private protected void Fail(KomboException failure, object? target)
    {
        if (failure.Failure == KomboFailure.NotConnected || failure.Code is "PLATFORM.AUTHENTICATION_INVALID" or "PLATFORM.IP_NOT_WHITELISTED")
        {
            Terminate(failure, target);
        }

        WriteError(ErrorRecords.From(failure, target));
    }

    /// <summary>Writes what has been reported so far.</summary>
    internal void WriteNotices()
    {
        WriteProceedings();
        while (_warnings.TryDequeue(out var warning))
        {
            WriteWarning(warning.Message);
        }
    }

    /// <summary>Writes what happens, but not yet what an answer warns of.</summary>
    private void WriteProceedings()
    {
        while (_notices.TryDequeue(out var notice))
        {
            switch (notice.Kind)
            {
                case KomboNoticeKind.Waiting:
                    _waitUntil = _clock.Elapsed + notice.Duration;
                    _waitReason = notice.Message;
                    var text = $"{notice.Message} Waiting {notice.Duration.TotalSeconds:0.#} s.";
                    if (notice.Duration > LongWait)
                    {
                        WriteWarning(text);
                    }

                    WriteVerbose(text);
                    break;
                case KomboNoticeKind.Debug:
                    if (Shows("Debug", "DebugPreference"))
                    {
                        WriteDebug(notice.Message);
                    }

                    break;
                default:
                    if (IsDebugging || Shows("Verbose", "VerbosePreference"))
                    {
                        WriteVerbose(notice.Message);
                    }

                    break;
            }
        }
    }

    /// <summary>Shows what is waited for, if that takes long.</summary>
    internal void ShowWait()
    {
        if (_waitReason is null)
        {
            return;
        }

        var left = _waitUntil - _clock.Elapsed;
        if (left > ProgressDelay)
        {
            ShowProgress(_waitReason, (int)Math.Ceiling(left.TotalSeconds));
        }
        else if (left <= TimeSpan.Zero)
        {
            _waitReason = null;
        }
    }
}
