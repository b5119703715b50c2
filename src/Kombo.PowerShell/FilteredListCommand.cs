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
    /// <summary>Few enough for every server's limit on the length of an address.</summary>
    private const int MostIds = 100;

    private readonly Dictionary<OperationParameter, PendingIds> _pending = [];
    private HashSet<string>? _missing;

    /// <summary>The Kombo ids of the objects to read.</summary>
    [Parameter(Position = 0)]
    [EntityId]
    [Query("ids")]
    public string[]? Id { get; set; }

    /// <summary>An id, an object to read anew, or an object that refers to what is to be read.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            return;
        }

        foreach (var input in LanguagePrimitives.GetEnumerable(InputObject) ?? new[] { InputObject })
        {
            Take(input);
        }
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
        else if (Id is { } ids)
        {
            // An empty or unsendable id must stop the whole command before the first batch is sent, not in the middle.
            CheckAll(ids);
            foreach (var batch in Batches(ids.Distinct().ToList()))
            {
                ReadIds(OwnIds, batch, batch, isPipeline: false);
            }
        }
        else
        {
            Read(null, null);
        }

        EndProgress();
    }

    /// <inheritdoc/>
    private protected override void Output(T row)
    {
        _missing?.Remove(row.Id);
        base.Output(row);
    }

    /// <summary>How many ids to ask for at a time: never more than a page has rows, so that no batch needs a second page.</summary>
    private int BatchSize => Operation.Parameters.FirstOrDefault(parameter => parameter.Wire is QueryAttribute { Name: "page_size" }) is { } pageSize
        && MyInvocation.BoundParameters.ContainsKey(pageSize.Name)
        ? Math.Max(1, Math.Min(MostIds, (int)pageSize.ValueIn(this)!))
        : MostIds;

    private OperationParameter OwnIds => Operation.Parameters.First(parameter => parameter.Name == nameof(Id));

    /// <summary>Other filters that take ids of related objects, such as the jobs of applications.</summary>
    private IEnumerable<OperationParameter> RelatedIds => Operation.Parameters.Where(parameter => parameter.Entity?.Entity is not null && parameter.Wire is QueryAttribute);

    private void Take(object? input)
    {
        var value = input is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : input;
        switch (value)
        {
            case null:
                return;
            case string text when string.IsNullOrWhiteSpace(text):
                Fail(KomboException.InvalidInput(nameof(InputObject), "the id is empty."), input);
                return;
            case string text:
                Add(OwnIds, text, input);
                return;
        }

        if (EntityIdAttribute.TryRead(value, typeof(T).Name, out var own))
        {
            if (own is not null)
            {
                Add(OwnIds, own, input);
            }
            else
            {
                WriteVerbose($"The {EntityIdAttribute.PropertyOf(typeof(T).Name)} of {EntityIdAttribute.Describe(value)} is empty: nothing to read.");
            }

            return;
        }

        foreach (var parameter in RelatedIds)
        {
            if (EntityIdAttribute.TryRead(value, parameter.Entity!.Entity!, out var related) && related is not null)
            {
                Add(parameter, related, input);
                return;
            }
        }

        var accepted = new[] { typeof(T).Name }.Concat(RelatedIds.Select(parameter => parameter.Entity!.Entity!)).Select(EntityIdAttribute.PropertyOf);
        Fail(
            KomboException.InvalidInput(
                nameof(InputObject),
                $"this is {EntityIdAttribute.Describe(value)}; {MyInvocation.MyCommand.Name} takes ids, and objects with the property {string.Join(" or ", accepted)}. Nothing was read for it."),
            input);
    }

    private void Add(OperationParameter parameter, string id, object? input)
    {
        if (!_pending.TryGetValue(parameter, out var pending))
        {
            _pending[parameter] = pending = new PendingIds();
        }

        if (!pending.Seen.Add(id))
        {
            return;
        }

        // Refused one by one: the others of its batch are read.
        var refusal = parameter.Entity?.RefusalOf(id)
            ?? (parameter.Type.IsArray && id.Contains(',') ? $"'{id}' contains a comma, which the API takes for the end of an id." : null);
        if (refusal is not null)
        {
            Fail(KomboException.InvalidInput(nameof(InputObject), refusal), input);
            return;
        }

        pending.Ids.Add(id);
        pending.LastInput = input;
        if (!parameter.Type.IsArray || pending.Ids.Count == BatchSize)
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
        ReadIds(parameter, batch, batch.Length == 1 ? pending.LastInput : batch, isPipeline: true);
    }

    private void ReadIds(OperationParameter parameter, string[] ids, object? target, bool isPipeline)
    {
        // Ids can stay away for a good reason when there are other filters; only then it says nothing about the id.
        var isOnlyFilter = parameter == OwnIds && !Operation.Parameters.Any(other =>
            other.Wire is QueryAttribute { Name: not ("page_size" or "include_deleted") } && other != parameter && MyInvocation.BoundParameters.ContainsKey(other.Name));
        _missing = isOnlyFilter ? new HashSet<string>(ids, StringComparer.Ordinal) : null;
        object? value = parameter.Type.IsArray ? ids : ids[0];
        Read(new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { [parameter.Name] = value }, isPipeline ? target : null);
        if (_missing is not null)
        {
            foreach (var id in ids.Where(_missing.Contains))
            {
                WriteError(ErrorRecords.NotFound(typeof(T).Name, id));
            }

            _missing = null;
        }
    }

    private void CheckAll(string[] ids)
    {
        if (ids.Length == 0)
        {
            Terminate(KomboException.InvalidInput(nameof(Id), "the list is empty. Leave the parameter out to read everything."), null);
        }

        if (Array.Find(ids, id => string.IsNullOrWhiteSpace(id) || id.Contains(',')) is var unsendable && Array.IndexOf(ids, unsendable) >= 0)
        {
            Terminate(KomboException.InvalidInput(nameof(Id), $"'{unsendable}' is empty or contains a comma, which the API takes for the end of an id."), unsendable);
        }
    }

    private List<string[]> Batches(List<string> ids)
    {
        var size = BatchSize;
        return Enumerable.Range(0, (ids.Count + size - 1) / size)
            .Select(batch => ids.GetRange(batch * size, Math.Min(size, ids.Count - (batch * size))).ToArray())
            .ToList();
    }

    private sealed class PendingIds
    {
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        public List<string> Ids { get; } = [];

        public object? LastInput { get; set; }
    }
}
