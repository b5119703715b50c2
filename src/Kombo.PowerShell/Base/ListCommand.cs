using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets that read lists: rows leave one by one while the next page is already on its way, and a list that
/// breaks midway ends the pipeline, so that half a list never looks like a whole one.
/// </summary>
/// <typeparam name="T">The kind of row.</typeparam>
public abstract class ListCommand<T> : ApiCommand
{
    private static readonly TimeSpan ProgressDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _reading = new();
    private long _rows;
    private TimeSpan _lastProgress;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Read(null, null);
        EndProgress();
    }

    /// <summary>Reads one list to its end.</summary>
    /// <param name="replaced">Values that stand in for parameters; null for none.</param>
    /// <param name="target">The input that is being read for, for errors; null when there is none.</param>
    /// <param name="unread">What has not been read before this list; null when it is the only one.</param>
    private protected void Read(IReadOnlyDictionary<string, object?>? replaced, object? target, Unread? unread = null)
    {
        long before = _rows;
        try
        {
            var connection = ActiveConnection;
            var given = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
            var request = RequestBinder.Bind(this, given, connection.IntegrationId, replaced);
            var cursor = TakeCursor(request);
            _reading.Start();
            if (IsPageOnly)
            {
                var one = AwaitAnswer(connection.Client.ReadPageAsync<T>(request, cursor, Notify, StopToken), ShowRows);
                WriteObject(new KomboPage(one.Rows.Cast<object>().ToArray(), one.Next));
                WriteNotices();
                return;
            }

            ReadRows<T>(connection, request, cursor, Count, ShowRows);
        }
        catch (KomboException failure)
        {
            // Part of the list is out already, or no input that could fail by itself was given: the command has failed.
            if (target is null && unread is not null)
            {
                // The failure's cursor would go on in one part only.
                Terminate(failure, unread.Values, $"The last {unread.Values.Length} values of -{unread.Parameter} were not read completely. They are the TargetObject of the error: run the command again with them. Some rows of the first of them may already have been written.");
            }

            if (target is null || _rows > before)
            {
                Terminate(failure, target);
            }

            Fail(failure, target);
        }
    }

    /// <summary>True when one page is read, and written as an object.</summary>
    private protected virtual bool IsPageOnly => false;

    /// <summary>Writes one row.</summary>
    /// <param name="row">The row.</param>
    private protected virtual void Output(T row) => WriteObject(row);

    /// <summary>The values of a parameter for which not everything has been read.</summary>
    /// <param name="Parameter">The parameter's name.</param>
    /// <param name="Values">The values.</param>
    private protected sealed record Unread(string Parameter, string[] Values);

    private void Count(T row)
    {
        _rows++;
        Output(row);
    }

    private static string? TakeCursor(KomboRequest request)
    {
        foreach (var pair in request.Query)
        {
            if (pair.Key == "cursor")
            {
                request.Query.Remove(pair);
                return pair.Value;
            }
        }

        return null;
    }

    private void ShowRows()
    {
        if (_reading.Elapsed > ProgressDelay && _reading.Elapsed - _lastProgress > ProgressInterval)
        {
            _lastProgress = _reading.Elapsed;
            ShowProgress(string.Format(CultureInfo.CurrentCulture, "{0:N0} read", _rows));
        }
    }
}
