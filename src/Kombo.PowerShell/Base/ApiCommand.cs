using System.Management.Automation;
using System.Reflection;

namespace Kombo.PowerShell;

/// <summary>The base of every cmdlet that carries out an operation of the API over a connection.</summary>
public abstract class ApiCommand : KomboCommand
{
    /// <summary>The connection to use: an object from Connect-Kombo or its name. Without it, the runspace's current connection.</summary>
    [Parameter]
    [ConnectionArgument]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public KomboConnection? Connection { get; set; }

    /// <summary>How often a request is tried again where that is safe, in place of the connection's number; 0 for never.</summary>
    [Parameter]
    [Number(Whole = true, Min = 0, Max = 100)]
    public int? MaxRetry { get; set; }

    /// <summary>How requests are tried again, in place of the connection's way: an object of New-KomboRetry, a hashtable, or Off.</summary>
    [Parameter]
    [RetryArgument]
    [ArgumentCompleter(typeof(RetryCompleter))]
    public KomboRetry? Retry { get; set; }

    /// <summary>How many seconds one attempt may take, the answer included, in place of the connection's time.</summary>
    [Parameter]
    [Number(Whole = true, Min = 1, Max = 86400)]
    public int? TimeoutSec { get; set; }

    /// <summary>What the cmdlet declares about its operation.</summary>
    private protected Operation Operation => Operation.Of(GetType());

    /// <summary>The connection in force, with what the command sets for itself.</summary>
    /// <exception cref="KomboException">There is none.</exception>
    private protected KomboConnection ActiveConnection => (Connection ?? ConnectionTable.Current.Default ?? throw NotConnected()).With(Retry, MaxRetry, TimeoutSec);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (GetType().GetCustomAttributes<KomboOperationAttribute>(inherit: false).FirstOrDefault()?.Successor is { } successor)
        {
            WriteWarning($"{MyInvocation.MyCommand.Name} uses an operation that Kombo will remove. Use {successor} instead.");
        }
    }

    /// <summary>What the path names: what the cmdlet works on.</summary>
    private protected object? Target() => Operation.Parameters
        .FirstOrDefault(parameter => parameter.Wire is PathAttribute { Secret: false } && MyInvocation.BoundParameters.ContainsKey(parameter.Name))?.ValueIn(this);

    /// <summary>Reads a list page by page: its rows leave one by one while the next page is already on its way.</summary>
    /// <typeparam name="T">The kind of row.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="request">The list.</param>
    /// <param name="cursor">Where to begin; null for the beginning.</param>
    /// <param name="output">Writes a row.</param>
    /// <param name="show">Shows how far the list is, while a page is on its way and behind its rows; null when only waits are shown.</param>
    /// <exception cref="KomboException">A page could not be read; the rows before it have been written.</exception>
    private protected void ReadRows<T>(KomboConnection connection, KomboRequest request, string? cursor, Action<T> output, Action? show = null)
    {
        using var pages = connection.Client.ReadPages<T>(request, cursor, Notify, StopToken);
        WriteRows(pages, output, show);
    }

    /// <summary>As <see cref="ReadRows{T}"/>, for a list that may have been asked for before.</summary>
    /// <typeparam name="T">The kind of row.</typeparam>
    /// <param name="pages">The list.</param>
    /// <param name="output">Writes a row.</param>
    /// <param name="show">As there.</param>
    /// <returns>How many pages the list had.</returns>
    private protected int WriteRows<T>(PageReader<T> pages, Action<T> output, Action? show)
    {
        var count = 0;
        while (AwaitAnswer(pages.NextAsync(), show) is { } page)
        {
            if (show is null)
            {
                EndProgress();
            }

            foreach (var row in page.Rows)
            {
                output(row);
            }

            WriteNotices();
            show?.Invoke();
            count++;
        }

        return count;
    }

    private static KomboException NotConnected() => new(
        KomboFailure.NotConnected,
        ConnectionTable.Current.All is { Count: > 0 } others
            ? $"This runspace has no current connection: it was closed, or the last Connect-Kombo failed. Run Connect-Kombo, or choose one with Select-KomboConnection or -Connection: {string.Join(", ", others.Select(connection => InputValue.Quote(connection.Name)))}."
            : "There is no connection in this runspace. Run Connect-Kombo first; in ForEach-Object -Parallel, jobs and other runspaces pass one with -Connection $using:kombo.");
}
