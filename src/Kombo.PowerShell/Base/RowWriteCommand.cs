using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets that change something: one request for each input, never repeated if it may have been carried out, and
/// no input without a word on what became of it.
/// </summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class RowWriteCommand<T> : WriteCommand<T>, IWriteChoice
{
    private WriteRun? _run;
    private RefusedRows? _refused;
    private long _count;
    private long _bound;

    /// <summary>How many inputs may be sent side by side; 1 by default, because their order may matter. Inputs that concern the same object always follow one another.</summary>
    [Parameter]
    [Number(Whole = true, Min = 1, Max = 100)]
    public int? ThrottleLimit { get; set; }

    /// <summary>
    /// A file that is written as the inputs are sent. The same command with the same file goes on where it was ended: what is
    /// done is skipped, and what may have been carried out is reported.
    /// </summary>
    [Parameter]
    [FilePath]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Sends again what an earlier run with this journal sent without learning what came of it.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter RetryUnknown { get; set; }

    /// <summary>Writes one object for each input, with its number, its status, its answer and its error, instead of answers and errors.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter AsResult { get; set; }

    /// <summary>True while the first input is worked on that PowerShell could bind.</summary>
    private protected bool IsFirst => _bound == 1;

    private WriteRun Run => _run ??= new WriteRun(this, this);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _refused = new RefusedRows(this);
        WriteRun.CheckChoice(this, this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run.Guard(() =>
    {
        TakeRefused();
        _count++;
        _bound++;
        var input = MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)) ? InputObject : null;
        Run.Begin(_count, Operation.HasSecrets ? null : input ?? Identity(), row => Begin(row, input));
        WriteNotices();
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => Run.Guard(() =>
    {
        TakeRefused();
        Run.Finish();
        WriteNotices();
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _run?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    private protected override void BeforeEnd() => _run?.Settle();

    /// <summary>
    /// What the answer lacks and the request tells. Called before the request is sent: later the parameters are those of
    /// another input.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="connection">The connection.</param>
    /// <returns>What completes the answer; null for nothing.</returns>
    private protected virtual Action<T>? Completion(KomboRequest request, KomboConnection connection) => null;

    /// <summary>What the command writes when the API has carried the request out.</summary>
    /// <param name="answers">The answer's data, or its rows.</param>
    /// <param name="input">The input that was worked on.</param>
    /// <remarks>Called on any thread.</remarks>
    private protected virtual IReadOnlyList<object?> Output(IReadOnlyList<T> answers, PSObject? input) => answers.Cast<object?>().ToArray();

    /// <summary>The object that the request changes, by an id: requests for the same one are never under way at the same time. Null for none.</summary>
    private protected virtual object? Concerned() => Identity();

    private void Begin(WriteRow row, PSObject? input)
    {
        var connection = ActiveConnection;
        if (HasColumns(input))
        {
            CheckColumns(input, Columns, IsFirst);
        }

        var given = GivenParameters(input);
        ReadLateText(given, input);
        var subject = Subject();
        if (row.Context is not null && subject is not null)
        {
            row.Context = FormattableString.Invariant($"Row {row.Number} ({subject}): ");
        }

        CheckChange(given, input);
        var request = Prepare(given, connection);
        if (!Run.Enter(row, request, connection))
        {
            return;
        }

        if (!request.IsRead && !this.ShouldSend(request, connection, Consequence(1), row.Context is null ? null : row.Number, subject, Operation.HasSecrets ? null : Person.In(input)))
        {
            row.Status = RowStatus.NotSent;
            return;
        }

        var target = input ?? (Identity() is { } identity ? PSObject.AsPSObject(identity) : null);
        var complete = Completion(request, connection);
        row.IsRead = request.IsRead;
        row.Concerned = request.IsRead ? null : Concerned()?.ToString();
        row.Id ??= request.Method == "POST" ? null : Identity() as string;
        row.Send = async (watch, notify, stop) =>
        {
            var answers = await connection.Client.ChangeAsync<T>(request, watch, notify, stop).ConfigureAwait(false);
            if (complete is not null)
            {
                foreach (var answer in answers)
                {
                    complete(answer);
                }
            }

            return Output(answers, target);
        };
    }

    /// <summary>What the request is about, as far as ids tell: no personal data.</summary>
    private string? Subject() =>
        IdentityParameter is { } parameter && !(parameter.Wire?.Secret ?? false) && parameter.ValueIn(this) is string id && id.Length > 0
            ? $"{EntityWords.Of(parameter.Entity!.Entity ?? parameter.Name)} {InputValue.Shortened(id)}"
            : null;

    private void TakeRefused()
    {
        foreach (var refusal in _refused!.Take())
        {
            Run.Add(new WriteRow
            {
                Number = ++_count,
                Target = Operation.HasSecrets ? null : refusal.TargetObject,
                Refusal = refusal,
                Status = RowStatus.Failed,
            });
        }
    }
}
