using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The base of cmdlets that read lists with an <c>ids</c> filter. Ids from the pipeline are collected and asked for many at
/// a time; so are the ids of related objects, where the list has a filter for them.
/// </summary>
/// <typeparam name="T">The kind of row.</typeparam>
public abstract class FilteredListCommand<T> : ListCommand<T>
    where T : KomboObject, IEntity
{
    /// <summary>How many values to ask for at a time: few enough to be read in one page.</summary>
    private const int MostValues = 100;

    /// <summary>How many characters of an address lists may take: servers and gateways refuse those of more than 8,000.</summary>
    private const int MostListLength = 5000;

    /// <summary>An input that comes later than this after the one before is waited for: what was asked for is written first.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<OperationParameter, PendingIds> _pending = [];
    private readonly Stopwatch _pause = new();
    private HashSet<string>? _written;
    private Batch? _ahead;
    private Batch? _current;
    private bool _isOneByOne;
    private bool _isSlow;
    private bool _hasPages;

    /// <summary>The Kombo ids of the objects to read.</summary>
    [Parameter(Position = 0)]
    [EntityId(Several = true, IsOwn = true)]
    [Query("ids")]
    public string[]? Id { get; set; }

    /// <summary>
    /// An id, an object to read anew, or an object that refers to what is to be read. Ids are collected and asked for many at a
    /// time, but one by one behind a command with -PipelineVariable.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _isOneByOne = MyInvocation.ExpectingInput && PipelineVariables.AreBefore(this);
        try
        {
            Id = LateIds.Of(Id)?.Select(OwnId).ToArray() ?? Id;
        }
        catch (FormatException refusal)
        {
            Terminate(KomboException.InvalidInput(nameof(Id), refusal.Message), null);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            return;
        }

        if (IsPageOnly)
        {
            Terminate(KomboException.InvalidInput("PageOnly", "a page belongs to one request, but pipeline input can require several. Use -Id for ids."), InputObject);
        }

        try
        {
            foreach (var input in InputValue.Each(LanguagePrimitives.GetEnumerable(InputObject) ?? new[] { InputObject }))
            {
                ThrowIfStopped();
                _isSlow |= _pause.Elapsed > LongPause;
                if (_ahead is { List.IsReady: true })
                {
                    FinishAhead();
                }

                Take(input);
                _pause.Restart();
            }
        }
        catch (FormatException refusal)
        {
            Refuse(KomboException.InvalidInput(nameof(InputObject), refusal.Message), InputObject);
        }

        if (!IsMoreAtHand)
        {
            FinishAhead();
        }

        _pause.Restart();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // An empty pipeline asks for nothing. Without a pipeline, the whole list is asked for.
        if (MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            foreach (var parameter in _pending.Keys.ToList())
            {
                ReadPending(parameter);
            }
        }
        else
        {
            if (Id is { Length: 0 })
            {
                Terminate(KomboException.InvalidInput(nameof(Id), "the list is empty. Omit the parameter to read everything."), null);
            }

            if (Id is { } ids)
            {
                Check(OwnIds, ids);
            }

            ReadInParts([], null, null);
        }

        FinishAhead();
        EndProgress();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _ahead?.List.Dispose();
        _ahead = null;
    }

    /// <inheritdoc/>
    private protected override void Output(T row)
    {
        if (_current!.Missing is { Count: > 0 } missing)
        {
            foreach (var value in ValuesOf(row, _current.Sought!))
            {
                missing.Remove(value);
            }
        }

        // What matches values of two parts comes with both.
        if (_current.Written is null || _current.Written.Add(row.Id))
        {
            base.Output(row);
        }
    }

    /// <summary>
    /// Whether the next input comes without a wait: of a list of values before the command. A command before it may take its time,
    /// fail, or rely on the rows of an object being out before it goes on, so that these do not wait for its next object.
    /// </summary>
    private bool IsMoreAtHand => MyInvocation.PipelinePosition == 1 && !_isSlow;

    /// <summary>Whether something may be asked for before what was asked for last is written. Where lists have pages, those are what is ahead.</summary>
    private bool MayAskAhead => !_isOneByOne && !_isSlow && !_hasPages;

    /// <summary>How many values to ask for at a time: never more than a page has rows, so that no batch of ids needs a second page.</summary>
    private int BatchSize => Operation.Parameters.FirstOrDefault(parameter => parameter.Wire is QueryAttribute { Name: "page_size" })?.ValueIn(this) is int size and > 0
        ? Math.Min(MostValues, size)
        : MostValues;

    private OperationParameter OwnIds => Operation.Parameters.First(parameter => parameter.Name == nameof(Id));

    /// <summary>Other filters that take ids of related objects, such as the jobs of applications.</summary>
    private IEnumerable<OperationParameter> RelatedIds => Operation.Parameters.Where(parameter => parameter.Entity?.Entity is not null && parameter.Wire is QueryAttribute);

    /// <summary>Filters other than the id whose values each name one object, such as -RemoteId.</summary>
    private IEnumerable<OperationParameter> Identifying => Operation.Parameters.Where(parameter => parameter.Identifies is not null);

    /// <summary>An id that was passed with -Id, or that of an object.</summary>
    /// <exception cref="FormatException">It is none of what this list has.</exception>
    private string OwnId(object? input)
    {
        if (EntityReference.TryText(input, out var id))
        {
            return OwnIds.Entity!.RefusalOf(id) is { } refusal ? throw new FormatException(refusal + Instead) : id;
        }

        return InputValue.Of(input) is { } value && EntityReference.TryRead(value, typeof(T).Name, out var own) && own is not null
            ? own
            : throw new FormatException($"this is {InputValue.Describe(input)}; -Id takes ids, and objects with the property {EntityReference.PropertyOf(typeof(T).Name)}.");
    }

    private string Instead => Identifying.Any(parameter => parameter.Name == "RemoteId") ? " -RemoteId takes that, without the prefix." : "";

    private void Take(object? input)
    {
        var value = InputValue.Of(input);
        try
        {
            if (value is null && input is null)
            {
                // The manager of an employee who has none.
                return;
            }

            if (InputValue.IsBlank(value))
            {
                throw new FormatException("the id is empty.");
            }

            if (EntityReference.TryText(input, out var id))
            {
                Add(OwnIds, id, input);
            }
            else
            {
                TakeObject(value!, input);
            }
        }
        catch (FormatException refusal)
        {
            Refuse(KomboException.InvalidInput(nameof(InputObject), refusal.Message), input);
        }
    }

    /// <summary>Reports that an input is not read, after the rows of those before it that have been asked for.</summary>
    private void Refuse(KomboException refusal, object? input)
    {
        FinishAhead();
        Fail(refusal, input);
    }

    private void TakeObject(object value, object? input)
    {
        foreach (var parameter in RelatedIds.Prepend(OwnIds))
        {
            var entity = parameter == OwnIds ? typeof(T).Name : parameter.Entity!.Entity!;
            if (!EntityReference.TryRead(value, entity, out var id))
            {
                continue;
            }

            if (id is not null)
            {
                Add(parameter, id, input);
                return;
            }

            if (parameter == OwnIds && !InputValue.IsModel(value) && TakeIdentified(value, input))
            {
                return;
            }

            if (parameter == OwnIds || InputValue.IsModel(value))
            {
                TakeEmpty(value, entity);
                return;
            }
        }

        var empty = RelatedIds.Select(parameter => parameter.Entity!.Entity!).FirstOrDefault(entity => EntityReference.TryRead(value, entity, out _));
        if (empty is not null)
        {
            TakeEmpty(value, empty);
        }

        if (!InputValue.IsModel(value) && TakeIdentified(value, input))
        {
            return;
        }

        var accepted = new[] { typeof(T).Name }.Concat(RelatedIds.Select(parameter => parameter.Entity!.Entity!)).Select(EntityReference.PropertyOf).Concat(Identifying.Select(parameter => parameter.Name));
        throw new FormatException(
            $"this is {InputValue.Describe(value)}; {MyInvocation.MyCommand.Name} accepts ids, and objects with the property {string.Join(" or ", accepted)}. Nothing was read for it.");
    }

    /// <summary>
    /// Takes a row by another column than the id: -RemoteId, -WorkEmail. A RemoteId beside an Id, and no id of this entity, is that of
    /// something else.
    /// </summary>
    /// <returns>False when the row has none of these columns, or only empty ones.</returns>
    private bool TakeIdentified(object value, object? input)
    {
        foreach (var parameter in Identifying)
        {
            if (EntityReference.TryReadProperty(value, parameter.Name, out var text) && text is not null
                && (parameter.Entity is null || !EntityReference.TryReadProperty(value, nameof(IEntity.Id), out _)))
            {
                Add(parameter, text, input);
                return true;
            }
        }

        return false;
    }

    /// <summary>An object of this module that refers to nothing is usual: an employee without a manager. A row with an empty cell is a mistake.</summary>
    private void TakeEmpty(object value, string entity)
    {
        var message = $"the {EntityReference.PropertyOf(entity)} of {InputValue.Describe(value)} is empty: nothing was read for it.";
        if (!InputValue.IsModel(value))
        {
            throw new FormatException(message);
        }

        FinishAhead();
        WriteVerbose(message);
    }

    private void Add(OperationParameter parameter, string id, object? input)
    {
        if (!_pending.TryGetValue(parameter, out var pending))
        {
            _pending[parameter] = pending = new PendingIds();
        }

        if (!pending.Seen.Add(id) && !_isOneByOne)
        {
            return;
        }

        // Refused one by one: the others of its batch are read.
        var refusal = parameter.Entity?.RefusalOf(id)
            ?? (parameter.Type.IsArray && id.Contains(',') ? $"{InputValue.Quote(id)} contains a comma, which separates ids in the API." : null);
        if (refusal is not null)
        {
            throw new FormatException(parameter == OwnIds && parameter.Entity?.RefusalOf(id) is not null ? refusal + Instead : refusal);
        }

        try
        {
            RequestBinder.CheckAddressText(id, nameof(InputObject));
        }
        catch (KomboException failure)
        {
            Refuse(failure, input);
            return;
        }

        if (pending.Ids.Count > 0 && pending.Length + LengthOf(id) > MostListLength)
        {
            ReadPending(parameter);
        }

        pending.Ids.Add(id);
        pending.Length += LengthOf(id);
        pending.LastInput = input;
        if (_isOneByOne || !parameter.Type.IsArray || pending.Ids.Count == BatchSize)
        {
            ReadPending(parameter);
        }
    }

    private void ReadPending(OperationParameter parameter)
    {
        var pending = _pending[parameter];
        if (pending.Ids.Count == 0)
        {
            return;
        }

        var batch = pending.Ids.ToArray();
        pending.Ids.Clear();
        pending.Length = 0;
        if (_isOneByOne)
        {
            // Each object has its rows, also those that another one had.
            _written = null;
        }
        else if (parameter != OwnIds && parameter.Type.IsArray)
        {
            _written ??= new HashSet<string>(StringComparer.Ordinal);
        }

        ReadInParts(
            new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { [parameter.Name] = parameter.Type.IsArray ? batch : batch[0] },
            batch.Length == 1 ? pending.LastInput : batch,
            parameter);
        _isSlow = false;
    }

    /// <summary>Reads with lists of any length, in parts that each make one address that servers take.</summary>
    /// <param name="replaced">Values that stand in for parameters.</param>
    /// <param name="target">The input that is being read for; null when there is none.</param>
    /// <param name="fromRows">The parameter whose values come from rows; null when there is none.</param>
    private void ReadInParts(Dictionary<string, object?> replaced, object? target, OperationParameter? fromRows)
    {
        var lists = Operation.Parameters
            .Where(parameter => parameter.Wire is QueryAttribute && !replaced.ContainsKey(parameter.Name) && MyInvocation.BoundParameters.ContainsKey(parameter.Name))
            .Where(parameter => parameter.ValueIn(this) is string[] { Length: > 0 })
            .OrderByDescending(parameter => ((string[])parameter.ValueIn(this)!).Length)
            .ToList();
        var share = MostListLength / (lists.Count + (replaced.Count > 0 ? 1 : 0) is var count and > 0 ? count : 1);
        var parts = lists.Select(list => new Parted(list, PartsOf((string[])list.ValueIn(this)!, share))).Where(list => list.Parts.Count > 1).ToList();
        if (parts.Count == 0)
        {
            ReadPart(replaced, target, fromRows, null);
            return;
        }

        FinishAhead();
        foreach (var (parameter, _) in parts)
        {
            // An unsendable value must stop the command before the first part is sent, not in the middle.
            Check(parameter, (string[])parameter.ValueIn(this)!);
        }

        if (IsPageOnly)
        {
            Terminate(KomboException.InvalidInput("PageOnly", $"a page belongs to one request, but the values of -{parts[0].Parameter.Name} require {parts[0].Parts.Count} requests."), target);
        }

        if (MyInvocation.BoundParameters.ContainsKey("Cursor"))
        {
            Terminate(KomboException.InvalidInput("Cursor", $"a cursor belongs to one request, but the values of -{parts[0].Parameter.Name} require {parts[0].Parts.Count} requests."), target);
        }

        _written ??= new HashSet<string>(StringComparer.Ordinal);
        ReadProduct(replaced, target, fromRows, parts, 0, null);
        FinishAhead();
    }

    /// <summary>A list that needs several requests, as the parts that one request each takes.</summary>
    private sealed record Parted(OperationParameter Parameter, List<string[]> Parts);

    /// <summary>Every part of each list with every part of the others.</summary>
    private void ReadProduct(
        Dictionary<string, object?> replaced, object? target, OperationParameter? fromRows, List<Parted> lists, int depth, Unread? unread)
    {
        if (depth == lists.Count)
        {
            ReadPart(replaced, target, fromRows, unread);
            return;
        }

        var (parameter, parts) = lists[depth];
        for (var part = 0; part < parts.Count; part++)
        {
            replaced[parameter.Name] = parts[part];
            ReadProduct(replaced, target, fromRows, lists, depth + 1, depth == 0 ? new Unread(parameter.Name, parts.Skip(part).SelectMany(values => values).ToArray()) : unread);
        }
    }

    private void ReadPart(Dictionary<string, object?> replaced, object? target, OperationParameter? fromRows, Unread? unread)
    {
        // Values can stay away for a good reason when there are other filters; only then it says nothing about them. What the command
        // line gives for another filter than the id is a filter and no more.
        bool IsGiven(OperationParameter parameter) => replaced.ContainsKey(parameter.Name) || MyInvocation.BoundParameters.ContainsKey(parameter.Name);

        var filters = Operation.Parameters.Where(parameter => parameter.Wire is QueryAttribute { Name: not ("page_size" or "include_deleted") } && IsGiven(parameter)).ToList();
        var sought = filters.Count == 1 && (filters[0] == OwnIds || (filters[0] == fromRows && fromRows.Identifies is not null)) ? filters[0] : null;
        var values = sought is null ? [] : (replaced.TryGetValue(sought.Name, out var given) ? given : sought.ValueIn(this)) switch
        {
            string[] several => several,
            string single => [single],
            _ => [],
        };
        var missing = sought is null || IsPageOnly ? null : new HashSet<string>(values, sought.Entity is null ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        if (!MayAskAhead)
        {
            FinishAhead();
        }

        var batch = new Batch(Ask(replaced.Count == 0 ? null : replaced), target, unread, sought, values, missing, _written);
        var before = _ahead;
        _ahead = batch;
        Finish(before, readsAhead: false);
        if (!MayAskAhead)
        {
            FinishAhead();
        }
    }

    /// <summary>Writes the rows of what has been asked for.</summary>
    private void FinishAhead()
    {
        var batch = _ahead;
        _ahead = null;
        Finish(batch, readsAhead: true);
    }

    private void Finish(Batch? batch, bool readsAhead)
    {
        if (batch is not null)
        {
            _current = batch;
            var pages = Finish(batch.List, batch.Target, batch.Unread, readsAhead);
            _hasPages |= pages > 1;

            // What could not be read is not missing.
            foreach (var value in batch.Missing is null || pages == 0 ? [] : batch.Values.Where(batch.Missing.Remove))
            {
                WriteError(ErrorRecords.NotFound(typeof(T).Name, value, batch.Sought == OwnIds ? "id" : batch.Sought!.Name));
            }
        }
    }

    /// <summary>What a row has for the filter that is being read by.</summary>
    private IEnumerable<string> ValuesOf(T row, OperationParameter sought) => sought == OwnIds ? [row.Id] : typeof(T).GetProperty(sought.Identifies!)?.GetValue(row) switch
    {
        string text => [text],
        IEnumerable list => list.Cast<object?>().Select(item => item?.ToString() ?? ""),
        _ => [],
    };

    private void Check(OperationParameter parameter, string[] values)
    {
        foreach (var value in values)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Contains(','))
            {
                Terminate(KomboException.InvalidInput(parameter.Name, $"{InputValue.Quote(value ?? "")} is empty or contains a comma, which separates values in the API."), value);
            }
        }
    }

    private List<string[]> PartsOf(string[] values, int mostLength)
    {
        var parts = new List<string[]>();
        var part = new List<string>();
        var length = 0;
        foreach (var value in values.Distinct())
        {
            var own = LengthOf(value);
            if (part.Count > 0 && (part.Count == BatchSize || length + own > mostLength))
            {
                parts.Add(part.ToArray());
                part.Clear();
                length = 0;
            }

            part.Add(value);
            length += own;
        }

        parts.Add(part.ToArray());
        return parts;
    }

    /// <summary>How much of an address a value takes at most, with the comma after it: three characters for each byte.</summary>
    private static int LengthOf(string? value)
    {
        var text = value ?? "";
        return 3 + text.Sum(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~' ? 1 : character < 0x80 ? 3 : 9);
    }

    /// <summary>What one request asks for.</summary>
    /// <param name="List">Its list.</param>
    /// <param name="Target">The input that is being read for; null when there is none.</param>
    /// <param name="Unread">What has not been read before it.</param>
    /// <param name="Sought">The parameter whose values each name an object; null when nothing can be missing.</param>
    /// <param name="Values">Its values.</param>
    /// <param name="Missing">Those of them that have not come.</param>
    /// <param name="Written">The ids of the rows that are not written again; null when no row comes twice.</param>
    private sealed record Batch(
        Asked List, object? Target, Unread? Unread, OperationParameter? Sought, string[] Values, HashSet<string>? Missing, HashSet<string>? Written);

    private sealed class PendingIds
    {
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        public List<string> Ids { get; } = [];

        public int Length { get; set; }

        public object? LastInput { get; set; }
    }
}
