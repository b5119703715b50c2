using System.Collections;
using System.Data;
using System.Globalization;
using System.Management.Automation;
using System.Xml;

namespace Kombo.PowerShell;

/// <summary>
/// The columns of rows: every one must fill something, or be left out by name. One that is misspelled would otherwise vanish,
/// and the command would report success for a change that it did not make.
/// </summary>
internal sealed class RowColumns
{
    private const int MostShown = 8;

    /// <summary>What PowerShell adds to objects from other sessions by itself.</summary>
    private static readonly HashSet<string> Marks = new(StringComparer.OrdinalIgnoreCase) { "PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId" };

    private readonly Func<string, bool> _fills;
    private readonly Func<string, bool>? _keyFills;
    private readonly IReadOnlyList<string> _known;
    private readonly HashSet<string> _ignored;
    private readonly WildcardPattern[] _patterns;

    /// <summary>Rules for the rows of one command.</summary>
    /// <param name="known">The names to propose for others.</param>
    /// <param name="fills">Whether a column fills something.</param>
    /// <param name="ignored">Names and wildcards of columns to leave out; null for none.</param>
    /// <param name="keyFills">Whether the key of a hashtable fills something, where that is less; null where it is the same.</param>
    public RowColumns(IReadOnlyList<string> known, Func<string, bool> fills, IEnumerable<string?>? ignored, Func<string, bool>? keyFills = null)
    {
        _keyFills = keyFills;
        _known = known;
        // The same columns come with every row.
        var asked = new Dictionary<string, bool>(StringComparer.Ordinal);
        _fills = column => asked.TryGetValue(column, out var answer) ? answer : asked[column] = fills(column);
        var names = (ignored ?? []).OfType<string>().ToList();
        _ignored = new HashSet<string>(names.Where(name => !WildcardPattern.ContainsWildcardCharacters(name)), StringComparer.OrdinalIgnoreCase);
        _patterns = names.Where(WildcardPattern.ContainsWildcardCharacters).Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();
    }

    /// <summary>True for a column that is left out although it could fill something: one that is named. A wildcard stands for those that fill nothing.</summary>
    public bool IsLeftOut(string column) => _ignored.Contains(column) 
        || (!_fills(column) && (Marks.Contains(column) || Array.Exists(_patterns, pattern => pattern.IsMatch(column))));

    /// <summary>Refuses a row with a column that fills nothing.</summary>
    /// <param name="row">The input.</param>
    /// <exception cref="KomboException">It has one; the exception names it, and what it looks like.</exception>
    public void Check(object? row)
    {
        var fills = _keyFills is not null && InputValue.Of(row) is IDictionary ? _keyFills : _fills;
        var unknown = ColumnsOf(row).Where(column => !fills(column) && !IsLeftOut(column)).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var advice = fills == _keyFills ? " A hashtable provides only an id. To pass a row, use [pscustomobject]@{ ... }." : "";
        var slips = unknown.Where(column => !_fills(column)).Select(column => (Column: column, Meant: Likeness.Closest(_known, column))).Where(pair => pair.Meant is not null).Take(MostShown);
        var shown = string.Join(", ", unknown.Take(MostShown).Select(column => InputValue.Shortened(column)));
        var more = unknown.Count > MostShown ? $" and {(unknown.Count - MostShown).ToString("N0", CultureInfo.InvariantCulture)} more" : "";
        throw new KomboException(
            KomboFailure.InvalidInput,
            $"{string.Concat(slips.Select(pair => $"{InputValue.Shortened(pair.Column)}: did you mean {pair.Meant}? "))}The row has columns that belong to no parameter, so their values would be lost: {shown}{more}. Rename them, select the other columns with Select-Object, or use -IgnoreColumn.{advice}")
        {
            Parameter = unknown[0],
        };
    }

    /// <summary>What an input has for columns: rows do, and values, files and objects of this module do not.</summary>
    private static IEnumerable<string> ColumnsOf(object? input) => InputValue.Of(input) switch
    {
        null or string or ValueType or FileSystemInfo or Uri or Version or ScriptBlock => [],
        var value when InputValue.IsModel(value) || InputValue.IsList(value) || IsDeserialized(value) => [],
        IDictionary map => map.Keys.Cast<object>().Select(key => PlainValue.Key(key, "InputObject")),
        XmlElement element => element.Attributes.Cast<XmlNode>().Concat(element.ChildNodes.OfType<XmlElement>()).Select(node => node.Name),
        DataRow row => row.Table.Columns.Cast<DataColumn>().Select(column => column.ColumnName),
        var value => PSObject.AsPSObject(value).Properties.Select(property => property.Name),
    };

    /// <summary>True for what had a type of its own in another session, such as a file.</summary>
    private static bool IsDeserialized(object value) => value is PSObject custom
        && custom.TypeNames.FirstOrDefault() is { } type
        && type.StartsWith("Deserialized.", StringComparison.Ordinal)
        && !type.EndsWith("PSCustomObject", StringComparison.Ordinal);
}
