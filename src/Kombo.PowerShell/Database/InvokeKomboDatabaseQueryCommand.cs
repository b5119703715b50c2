using System.Collections;
using System.Management.Automation;
using Kombo.Database;

namespace Kombo.PowerShell;

/// <summary>Runs a query on a database of Sync-KomboDatabase, which it does not change.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "KomboDatabaseQuery", DefaultParameterSetName = PathSet)]
[OutputType(typeof(PSObject))]
public sealed class InvokeKomboDatabaseQueryCommand : DatabaseReadCommand
{
    /// <summary>The SQL text.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = ServerSet, Mandatory = true, Position = 0)]
    [Text]
    [ValidateNotNullOrEmpty]
    public string Query { get; set; } = "";

    /// <summary>The values of the query's parameters, by their names.</summary>
    [Parameter]
    [Map]
    public IDictionary? Parameter { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<object> Rows(DatabaseTarget target)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Parameter ?? new Hashtable())
        {
            values[PlainValue.Key(entry.Key, nameof(Parameter)).TrimStart('@')] = InputValue.Of(entry.Value);
        }

        foreach (var row in DatabaseQuery.Run(target, Query, values, StopToken))
        {
            var item = new PSObject();
            foreach (var cell in row)
            {
                // Two columns of one name: the last one counts, as in a hashtable that is made of them.
                item.Properties.Remove(cell.Key);
                item.Properties.Add(new PSNoteProperty(cell.Key, cell.Value), preValidated: true);
            }

            yield return item;
        }
    }
}
