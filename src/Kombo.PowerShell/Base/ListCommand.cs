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
        Finish(Ask(null), null);
        EndProgress();
    }

    /// <summary>Asks for a list, whose turn to be written may come later.</summary>
    /// <param name="replaced">Values that stand in for parameters; null for none.</param>
    /// <returns>The list; <see cref="Finish"/> writes it.</returns>
    private protected Asked Ask(IReadOnlyDictionary<string, object?>? replaced)
    {
        try
        {
            var connection = ActiveConnection;
            var given = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
            var request = RequestBinder.Bind(this, given, connection.IntegrationId, replaced);
            var cursor = TakeCursor(request);
            _reading.Start();
            return new Asked(connection.Client, request, cursor, Notify, IsPageOnly, StopToken);
        }
        catch (KomboException failure)
        {
            return new Asked(failure);
        }
    }

    /// <summary>Writes a list to its end. Only now does it fail, and is anything reported of it.</summary>
    /// <param name="list">The list.</param>
    /// <param name="target">The input that is being read for, for errors; null when there is none.</param>
    /// <param name="unread">What has not been read before this list; null when it is the only one.</param>
    /// <param name="readsAhead">False when another list has been asked for already: never more than one page is ahead.</param>
    /// <returns>How many pages it had; 0 when it could not be read.</returns>
    private protected int Finish(Asked list, object? target, Unread? unread = null, bool readsAhead = true)
    {
        long before = _rows;
        try
        {
            using var pages = list.Take();
            if (pages is null)
            {
                var one = AwaitAnswer(list.ReadPageAsync(), ShowRows);
                WriteObject(new KomboPage(one.Rows.Cast<object>().ToArray(), one.Next));
                WriteNotices();
                return 1;
            }

            pages.ReadsAhead = readsAhead;
            return WriteRows(pages, Count, ShowRows);
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
            return 0;
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

    /// <summary>A list that was asked for. Until its turn comes, it keeps what is reported of it: a warning can end the command.</summary>
    private protected sealed class Asked : IDisposable
    {
        private readonly KomboException? _failure;
        private readonly Func<Task<Page<T>>>? _read;
        private readonly PageReader<T>? _pages;
        private readonly Task? _first;
        private readonly Action<KomboNotice>? _notify;
        private readonly object _lock = new();
        private List<KomboNotice>? _held = [];

        /// <summary>A list whose first page is fetched from now on; with one page only, once its turn comes.</summary>
        public Asked(KomboClient client, KomboRequest request, string? cursor, Action<KomboNotice> notify, bool isPageOnly, CancellationToken stop)
        {
            _notify = notify;
            if (isPageOnly)
            {
                _read = () => client.ReadPageAsync<T>(request, cursor, Hold, stop);
            }
            else
            {
                _pages = client.ReadPages<T>(request, cursor, Hold, stop);
                _first = _pages.Begin();
            }
        }

        /// <summary>A list that could not be asked for.</summary>
        public Asked(KomboException failure) => _failure = failure;

        /// <summary>Whether writing it does not begin with a wait.</summary>
        public bool IsReady => _first is null or { IsCompleted: true };

        /// <summary>The turn of the list has come.</summary>
        /// <returns>The list; null when one page of it is read.</returns>
        /// <exception cref="KomboException">It could not be asked for.</exception>
        public PageReader<T>? Take()
        {
            if (_failure is not null)
            {
                throw _failure;
            }

            lock (_lock)
            {
                _held?.ForEach(_notify!);
                _held = null;
            }

            return _pages;
        }

        /// <summary>The one page.</summary>
        public Task<Page<T>> ReadPageAsync() => _read!();

        /// <summary>Gives the list up.</summary>
        public void Dispose() => _pages?.Dispose();

        private void Hold(KomboNotice notice)
        {
            lock (_lock)
            {
                if (_held is not null)
                {
                    _held.Add(notice);
                    return;
                }
            }

            _notify!(notice);
        }
    }

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
