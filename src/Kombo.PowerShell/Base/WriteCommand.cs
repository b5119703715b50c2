using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that change something: how text and columns of their input are read.</summary>
/// <typeparam name="T">What the API answers with.</typeparam>
public abstract class WriteCommand<T> : ApiCommand, ICultureChoice
{
    private RowColumns? _columns;
    private ScriptColumns? _scripts;

    /// <summary>More members for the request's body, by their names in the API: for what this version has no parameter for.</summary>
    [Parameter]
    [Map]
    [Body]
    public virtual IDictionary? AdditionalField { get; set; }

    /// <summary>
    /// How text is written, in rows and on the command line: its days, numbers, and words for true and false. Without it, text
    /// is in the invariant form.
    /// </summary>
    [Parameter]
    [Culture]
    [ArgumentCompleter(typeof(CultureCompleter))]
    public CultureInfo? Culture { get; set; }

    /// <summary>Columns of the rows to leave out, by their names; wildcards stand for columns that fill nothing.</summary>
    [Parameter]
    [Text(Several = true)]
    [SupportsWildcards]
    public string[]? IgnoreColumn { get; set; }

    /// <summary>The input as it came through the pipeline.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Readable]
    public virtual PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _scripts = new ScriptColumns(MyInvocation.BoundParameters.Values);
        try
        {
            ReadLateText(MyInvocation.BoundParameters.Keys, null);
        }
        catch (KomboException failure)
        {
            Terminate(failure, null);
        }
    }

    /// <summary>What the request does besides what its method and path say, for -WhatIf and -Confirm; null for nothing.</summary>
    /// <param name="count">How many items it sends.</param>
    private protected virtual string? Consequence(int count) => null;

    /// <summary>Builds the request.</summary>
    private protected virtual KomboRequest Prepare(ICollection<string> given, KomboConnection connection) =>
        RequestBinder.Bind(this, given, connection.IntegrationId);

    /// <summary>Which columns of rows fill something.</summary>
    private protected virtual RowColumns MakeColumns() => new(Operation.Columns, column => Operation.HasColumn(column) || _scripts!.Read(column), IgnoreColumn, key => Operation.HasKey(key) || _scripts!.Read(key));

    /// <summary>The columns that rows may have.</summary>
    private protected RowColumns Columns => _columns ??= MakeColumns();

    /// <summary>True for an input whose columns are judged by these rules.</summary>
    private protected virtual bool HasColumns(PSObject? input) => input is not null;

    /// <summary>Refuses a row with a column that fills nothing. The first one ends the command: the others are of the same file.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">What its columns must be.</param>
    /// <param name="isFirst">True for the first row.</param>
    /// <exception cref="KomboException">A later row has one.</exception>
    private protected void CheckColumns(object? row, RowColumns columns, bool isFirst)
    {
        try
        {
            columns.Check(row);
        }
        catch (KomboException failure) when (isFirst)
        {
            Terminate(failure, row, "Nothing was sent.");
        }
    }

    /// <summary>The parameter with the id that the cmdlet works on: the first one that is given; null for none.</summary>
    private protected OperationParameter? IdentityParameter =>
        Operation.Parameters.FirstOrDefault(parameter => parameter.Entity is not null && MyInvocation.BoundParameters.ContainsKey(parameter.Name));

    /// <summary>What the cmdlet works on, when it did not come through the pipeline: its first id.</summary>
    private protected object? Identity() => IdentityParameter?.ValueIn(this);

    /// <summary>
    /// The parameters that count as given. From a Kombo object ids are taken and little else (see <see cref="FilledByModelsAttribute"/>);
    /// from other objects every property that is named like a parameter, unless it is empty, like an empty CSV cell.
    /// </summary>
    private protected ICollection<string> GivenParameters(PSObject? input)
    {
        var given = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
        if (input is null)
        {
            return given;
        }

        foreach (var parameter in Operation.Parameters)
        {
            if (!given.Contains(parameter.Name) || IsFromCommandLine(parameter.Name) || parameter.Wire is null)
            {
                continue;
            }

            // Text that came as the input itself fills an id without being its property.
            var cell = parameter.Names.Select(name => input.Properties[name]).FirstOrDefault(property => property is not null);
            var isEmpty = cell is null ? parameter.Entity is null : InputValue.IsBlank(cell.Value);
            var isForeign = InputValue.IsModel(input) && !parameter.IsFilledByModels;
            if (isForeign || isEmpty || (cell is not null && Columns.IsLeftOut(cell.Name)))
            {
                given.Remove(parameter.Name);
                if (parameter.IsMandatory && !isForeign)
                {
                    throw KomboException.InvalidInput(parameter.Name, "it is required.");
                }
            }
        }

        return given;
    }

    /// <summary>Reads the text that PowerShell has bound before -Culture was known.</summary>
    /// <param name="given">The parameters that are given.</param>
    /// <param name="input">The input whose cells they come from; null for none.</param>
    /// <exception cref="KomboException">It is not written that way.</exception>
    private protected void ReadLateText(ICollection<string> given, PSObject? input)
    {
        foreach (var parameter in Operation.Parameters)
        {
            if (!given.Contains(parameter.Name) || !MyInvocation.BoundParameters.TryGetValue(parameter.Name, out var bound))
            {
                continue;
            }

            if (LateText.Of(bound) is not { } text)
            {
                CheckRead(parameter, bound, input);
                continue;
            }

            try
            {
                parameter.SetIn(this, parameter.Conversions.OfType<ConversionAttribute>().Single().Read(text, Culture));
            }
            catch (FormatException refusal)
            {
                throw KomboException.InvalidInput(parameter.Name, refusal.Message);
            }
        }
    }

    /// <summary>Refuses what stands for text that has been lost on the way here: it is no value that anybody gave.</summary>
    private void CheckRead(OperationParameter parameter, object? bound, PSObject? input)
    {
        if (parameter.Conversions.OfType<TextConversionAttribute>().FirstOrDefault(rule => rule.ByCulture) is { } rule
            && (rule.IsUnread(bound)
                || (input is not null && !IsFromCommandLine(parameter.Name) && parameter.Names.Any(name => input.Properties[name] is PSNoteProperty cell && InputValue.Of(cell.Value) is string written && !string.IsNullOrWhiteSpace(written)))))
        {
            throw KomboException.InvalidInput(parameter.Name, "PowerShell did not provide its text. Use a typed value, such as [datetime], [double] or $true.");
        }
    }

    /// <summary>
    /// Refuses an update that says nothing of what to change: the API would report success. What an object of this module
    /// fills says what to work on.
    /// </summary>
    private protected void CheckChange(ICollection<string> given, PSObject? input)
    {
        if (Operation.DeclarationFor(this).Method != "PATCH")
        {
            return;
        }

        var empty = Operation.Parameters.FirstOrDefault(parameter =>
            parameter.Wire is MemberAttribute { Nullable: false } && IsFromCommandLine(parameter.Name) && parameter.ValueIn(this) is null);
        if (empty is not null)
        {
            throw KomboException.InvalidInput(empty.Name, "the API does not accept null for it, so it cannot be cleared. Omit the parameter to keep the current value.");
        }

        var isModel = InputValue.IsModel(input);
        var changes = Operation.Parameters.Where(parameter => parameter.Wire is MemberAttribute && (parameter.IsMade || given.Contains(parameter.Name)) && !(isModel && !IsFromCommandLine(parameter.Name)));
        foreach (var parameter in changes)
        {
            switch (parameter.ValueIn(this))
            {
                case IDictionary { Count: 0 }:
                case null when parameter.Wire is MemberAttribute { Nullable: false }:
                    continue;
                default:
                    return;
            }
        }

        var names = Operation.Parameters.Where(parameter => parameter.Wire is MemberAttribute { Name.Length: > 0 } && !parameter.IsFilledByModels && !parameter.IsMade).Select(parameter => "-" + parameter.Name).Take(4);
        throw new KomboException(
            KomboFailure.InvalidInput,
            $"There is no new value. {(isModel ? "Changed properties of an object are ignored: an object only identifies what to change. " : "")}Use parameters for the new values, such as {string.Join(", ", names)}.");
    }
}
