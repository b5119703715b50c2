using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets that send a whole list with one request: all input is collected, and sent when the pipeline has come
/// to its end. A row that cannot be sent, or a pipeline that ends early, and nothing is sent at all.
/// </summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class CollectedWriteCommand<T> : WriteCommand<T>
{
    private const int MostReported = 1000;

    private readonly List<object?> _rows = [];
    private RowBinder? _binder;
    private int _refused;

    /// <summary>The rows: hashtables, rows of a CSV file, or other objects whose properties are named like the parameters.</summary>
    [Parameter(ValueFromPipeline = true)]
    public override PSObject? InputObject { get; set; }

    /// <summary>More members for each item, by their names in the API: for what this version has no parameter for.</summary>
    [Parameter]
    [Map]
    [Item]
    public override IDictionary? AdditionalField { get; set; }

    /// <summary>What was made of the rows.</summary>
    private protected KomboList<object?> Items { get; } = [];

    /// <summary>The only model whose objects are rows; null when none is.</summary>
    private protected virtual Type? RowModel => null;

    /// <inheritdoc/>
    private protected override RowColumns MakeColumns() => new(_binder!.Columns, _binder.Fills, IgnoreColumn);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _binder = new RowBinder(this, MyInvocation.BoundParameters.Keys.ToList(), RowModel) { LeftOut = column => Columns.IsLeftOut(column) };
        try
        {
            // Not only when everything has been collected.
            _ = ActiveConnection;
        }
        catch (KomboException failure)
        {
            Terminate(failure, null);
        }
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            return;
        }

        try
        {
            foreach (var row in InputValue.Each(LanguagePrimitives.GetEnumerable(InputObject) ?? new object?[] { InputObject }))
            {
                ThrowIfStopped();
                Take(row);
            }
        }
        catch (FormatException refusal)
        {
            _rows.Add(InputObject);
            Refuse(KomboException.InvalidInput(nameof(InputObject), refusal.Message), InputObject);
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        try
        {
            TakeCommandLine();
            if (_refused > 0)
            {
                throw Refuse(string.Format(
                    CultureInfo.InvariantCulture, "{0:N0} of {1:N0} rows cannot be sent (see the errors before this one). Nothing was sent.", _refused, _rows.Count));
            }

            CheckList(_rows.Count);
            var connection = ActiveConnection;
            var request = Prepare(GivenParameters(null), connection);
            Await(Task.Run(request.EncodeBody)); // Too large a list is refused before anyone is asked; the user can stop it.
            if (!this.ShouldSend(request, connection, Consequence(Items.Count)))
            {
                return;
            }

            foreach (var answer in Carry(connection.Client, request))
            {
                Output(answer);
            }
        }
        catch (KomboException failure)
        {
            Terminate(failure, _rows.Count == 0 ? Identity() : _rows.ToArray());
        }

        WriteNotices();
    }

    /// <summary>Writes what the API answered.</summary>
    private protected virtual void Output(T answer) => WriteObject(answer);

    /// <summary>Sends the list; what has been sent is given time to be answered, however the command ends.</summary>
    private IEnumerable<T> Carry(KomboClient client, KomboRequest request)
    {
        var row = new WriteRow
        {
            Send = async (watch, notify, stop) => (await client.ChangeAsync<T>(request, watch, notify, stop).ConfigureAwait(false)).Cast<object?>().ToArray(),
        };
        using var run = new WriteRun(this);
        run.Carry(row);
        foreach (var warning in row.Warnings)
        {
            Notify(new KomboNotice(KomboNoticeKind.Warning, warning));
        }

        return row.Failure is null ? row.Answers.Cast<T>() : throw row.Failure;
    }

    /// <summary>Refuses to send a list without invalid rows that must not be sent all the same.</summary>
    /// <param name="count">How many rows there were.</param>
    /// <exception cref="KomboException">It must not be sent.</exception>
    private protected virtual void CheckList(int count)
    {
        if (count == 0)
        {
            throw Refuse("There are no rows. Nothing was sent.");
        }
    }

    /// <summary>Input that is refused as a whole.</summary>
    private protected static KomboException Refuse(string message) => new(KomboFailure.InvalidInput, message);

    /// <summary>Without a pipeline and without rows, the parameters of the items are the one row.</summary>
    private void TakeCommandLine()
    {
        var hasRow = Operation.Parameters.Any(parameter => parameter.Wire is ItemAttribute { Name.Length: > 0 } && MyInvocation.BoundParameters.ContainsKey(parameter.Name));
        if (hasRow && !MyInvocation.ExpectingInput && !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            Take(new Hashtable());
        }
    }

    private void Take(object? row)
    {
        _rows.Add(row);
        try
        {
            if (InputValue.Of(row) is not IDictionary)
            {
                CheckColumns(row, Columns, _rows.Count == 1);
            }

            Items.Add(_binder!.Bind(row));
        }
        catch (KomboException failure)
        {
            Refuse(failure, row);
        }
    }

    private void Refuse(KomboException failure, object? row)
    {
        // Whoever reads a thousand of them knows.
        if (++_refused <= MostReported)
        {
            WriteError(ErrorRecords.From(failure, row));
        }
    }
}
