using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets that wait until a task has ended. They look again and again, at first soon and then more rarely, and
/// write what came of each item: its result, or an error that carries the item.
/// </summary>
/// <typeparam name="TItem">The result of one item.</typeparam>
/// <typeparam name="TTask">The task.</typeparam>
public abstract class WaitCommand<TItem, TTask> : ApiCommand
    where TTask : class
{
    /// <summary>How many seconds to wait for each task at most; without it, as long as it takes.</summary>
    [Parameter]
    [Number(Whole = true, Min = 1, Max = int.MaxValue)]
    public int? MaxWaitSec { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var target = Target();
        try
        {
            var connection = ActiveConnection;
            var request = RequestBinder.Bind(this, MyInvocation.BoundParameters.Keys, connection.IntegrationId);
            var limit = MaxWaitSec is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
            var clock = Stopwatch.StartNew();
            var task = Await(
                connection.Client.PollAsync<TTask>(request, IsOver, limit, Notify, StopToken),
                () => ShowProgress(string.Format(CultureInfo.CurrentCulture, "{0} has been running for {1:hh\\:mm\\:ss}", request.DisplayPath, clock.Elapsed)));
            EndProgress();
            target = task ?? target;
            if (task is null)
            {
                throw Unclear("The answer holds no task.", request);
            }

            if (!IsOver(task))
            {
                throw new KomboException(KomboFailure.TaskRunning, $"The task had not ended after {MaxWaitSec} seconds.");
            }

            foreach (var (item, reason) in Results(task))
            {
                if (reason is null)
                {
                    WriteObject(item);
                }
                else
                {
                    WriteError(ErrorRecords.From(Failed(reason, request), (object?)item ?? task));
                }
            }

            if (Failure(task) is { } failure)
            {
                throw Failed(failure, request);
            }

            if (Doubt(task) is { } doubt)
            {
                throw Unclear(doubt, request);
            }
        }
        catch (KomboException failure)
        {
            EndProgress();
            Fail(failure, target);
        }
    }

    /// <summary>Whether the task has ended, well or badly.</summary>
    private protected abstract bool IsOver(TTask task);

    /// <summary>Why the task failed as a whole; null when it did not.</summary>
    private protected abstract TaskError? Failure(TTask task);

    /// <summary>What the task leaves open although it is over, such as a status that is not known; null for nothing.</summary>
    private protected abstract string? Doubt(TTask task);

    /// <summary>What came of each item; with the reason where it failed, or where there is no item.</summary>
    private protected abstract IEnumerable<(TItem? Item, TaskError? Failure)> Results(TTask task);

    private static KomboException Failed(TaskError error, KomboRequest request) =>
        new(KomboFailure.TaskFailed, error.Message ?? error.Title ?? "The task failed; there is no message.")
        {
            Code = error.Code,
            Title = error.Title,
            LogUrl = Uri.TryCreate(error.LogUrl, UriKind.Absolute, out var page) ? page : null,
            Method = request.Method,
            Path = request.DisplayPath,
        };

    private static KomboException Unclear(string message, KomboRequest request) =>
        new(KomboFailure.UnexpectedResponse, message) { Method = request.Method, Path = request.DisplayPath };
}
