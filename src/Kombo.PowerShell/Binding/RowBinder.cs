using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Makes the items of a list of rows from the pipeline, by the <see cref="ItemAttribute"/>s of a cmdlet. Like
/// <see cref="RequestBinder"/> it needs neither an engine nor a connection.
/// </summary>
/// <remarks>
/// PowerShell's own binding reports an input that it cannot bind, and goes on without it. Where a list replaces another one,
/// what is missing is removed: so rows are read here, where one that cannot be read is noticed.
/// </remarks>
internal sealed class RowBinder
{
    private readonly object _command;
    private readonly ICollection<string> _sameForAll;
    private readonly Type? _model;
    private readonly CultureInfo? _culture;
    private readonly OperationParameter[] _parameters;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>A binder for the rows of one list.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="sameForAll">The parameters given on the command line: their values are every row's.</param>
    /// <param name="model">The only model whose objects are rows; null for none.</param>
    public RowBinder(object command, ICollection<string> sameForAll, Type? model)
    {
        _command = command;
        _sameForAll = sameForAll;
        _model = model;
        _culture = (command as ICultureChoice)?.Culture;
        _parameters = Operation.Of(command.GetType()).Parameters.Where(parameter => parameter.Wire is ItemAttribute).ToArray();
    }

    /// <summary>The names of the columns that fill something.</summary>
    public IReadOnlyList<string> Columns => _parameters.Where(parameter => parameter.Wire!.Name.Length > 0).Select(parameter => parameter.Name).ToArray();

    /// <summary>Whether a column fills something.</summary>
    public bool Fills(string column) => Array.Exists(_parameters, parameter => IsNamed(parameter, column));

    /// <summary>How many rows there have been, refused ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The columns that are left out.</summary>
    public Func<string, bool> LeftOut { get; init; } = _ => false;

    /// <summary>Makes an item of a row.</summary>
    /// <param name="row">A hashtable, an object with properties, or an object of the model.</param>
    /// <exception cref="KomboException">The row is no item of this list; the exception names the row and the parameter.</exception>
    public KomboMap Bind(object? row)
    {
        Count++;
        try
        {
            var cells = Cells(row);
            var values = new List<BoundParameter>();
            foreach (var parameter in _parameters)
            {
                if (_sameForAll.Contains(parameter.Name))
                {
                    values.Add(new BoundParameter(parameter, parameter.ValueIn(_command)));
                }
                else if (cells.TryGetValue(parameter, out var cell))
                {
                    values.Add(new BoundParameter(parameter, Convert(parameter, cell)));
                }
            }

            var item = RequestBinder.BindMembers<ItemAttribute>(_parameters, values, _culture);
            CheckUnique(item);
            return item;
        }
        catch (KomboException failure)
        {
            throw new KomboException(KomboFailure.InvalidInput, string.Format(CultureInfo.InvariantCulture, "Row {0}: {1}", Count, failure.Message))
            {
                Parameter = failure.Parameter,
            };
        }
    }

    private Dictionary<OperationParameter, object?> Cells(object? row)
    {
        var value = InputValue.Of(row);
        return value switch
        {
            null => throw Refused("it is null."),
            IDictionary map => FromMap(map),
            _ when InputValue.ModelOf(row) is { } model && model != _model?.Name => throw Refused(
                $"it is {InputValue.Describe(value)}; pass hashtables, rows of a CSV file{(_model is null ? "" : $", objects of the type {_model.Name}")} or other objects with properties."),
            string or ValueType or IEnumerable and not System.Xml.XmlElement => throw Refused($"it is {InputValue.Describe(value)}; pass hashtables, rows of a CSV file or other objects with properties."),
            _ => FromProperties(PSObject.AsPSObject(row)),
        };
    }

    /// <summary>A hashtable is written by hand: a key that means nothing is a slip, and null is meant.</summary>
    private Dictionary<OperationParameter, object?> FromMap(IDictionary map)
    {
        var cells = new Dictionary<OperationParameter, object?>();
        foreach (DictionaryEntry entry in map)
        {
            var key = PlainValue.Key(entry.Key, "InputObject");
            if (LeftOut(key))
            {
                continue;
            }

            var parameter = _parameters.FirstOrDefault(candidate => IsNamed(candidate, key)) ?? throw Refused(
                $"the key {InputValue.Quote(key)} is unknown. Known keys are {string.Join(", ", _parameters.Where(known => known.Wire!.Name.Length > 0).Select(known => known.Name))}. Use -AdditionalField for members that this version does not know.");
            if (cells.ContainsKey(parameter))
            {
                throw KomboException.InvalidInput(parameter.Name, $"it is given twice, the second time as {InputValue.Quote(key)}.");
            }

            cells.Add(parameter, entry.Value);
        }

        return cells;
    }

    /// <summary>Objects and rows of files may have more properties than are needed, and empty cells.</summary>
    private Dictionary<OperationParameter, object?> FromProperties(PSObject row)
    {
        var cells = new Dictionary<OperationParameter, object?>();
        foreach (var property in row.Properties)
        {
            var parameter = Array.Find(_parameters, candidate => IsNamed(candidate, property.Name));
            if (parameter is null || LeftOut(property.Name))
            {
                continue;
            }

            var value = Read(parameter, property);
            if (InputValue.IsBlank(value))
            {
                continue;
            }

            // The parameter's own name goes before its aliases: an object may have both.
            if (!cells.ContainsKey(parameter) || IsSame(parameter.Name, property.Name))
            {
                cells[parameter] = value;
            }
        }

        return cells;
    }

    /// <summary>By the parameter's name, an alias, or the name that the API gives the member, whatever the case and the underscores.</summary>
    private static bool IsNamed(OperationParameter parameter, string name) =>
        parameter.Names.Any(known => IsSame(known, name)) || IsSame(parameter.Wire!.Name.Split('.').Last().Replace("_", ""), name);

    private static bool IsSame(string known, string name) => known.Length > 0 && known.Equals(name.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    private object? Convert(OperationParameter parameter, object? value)
    {
        try
        {
            foreach (var conversion in parameter.Conversions)
            {
                value = conversion is ConversionAttribute rule ? rule.Read(value, _culture) : conversion.Transform(null!, value!);
            }
        }
        catch (Exception refusal) when (refusal is FormatException or ArgumentTransformationMetadataException)
        {
            throw KomboException.InvalidInput(parameter.Name, refusal.Message);
        }

        value = InputValue.Of(value);
        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        return value switch
        {
            null => null,
            _ when type.IsInstanceOfType(value) => value,
            IFormattable or Uri when type == typeof(string) => System.Convert.ToString(value, CultureInfo.InvariantCulture),
            IEnumerable list and not (string or IDictionary) when type == typeof(string[]) => list.Cast<object?>().Select(item => System.Convert.ToString(InputValue.Of(item), CultureInfo.InvariantCulture)).ToArray(),
            IEnumerable list and not (string or IDictionary) when type == typeof(IDictionary[]) => list.Cast<IDictionary>().ToArray(),
            int or long or short or byte or double or decimal or float when type == typeof(double) || type == typeof(long) => value,
            _ => throw KomboException.InvalidInput(parameter.Name, $"it is {InputValue.Describe(value)}, where {Wanted(type)} is needed."),
        };
    }

    private static string Wanted(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(string[]) ? "a list of texts"
        : type == typeof(double) || type == typeof(long) ? "a number"
        : type == typeof(bool) ? "true or false"
        : type == typeof(DateTime) ? "a date"
        : "a hashtable";

    private static object? Read(OperationParameter parameter, PSPropertyInfo property)
    {
        try
        {
            return InputValue.Read(property);
        }
        catch (FormatException failure)
        {
            throw KomboException.InvalidInput(parameter.Name, failure.Message);
        }
    }

    private void CheckUnique(KomboMap item)
    {
        foreach (var parameter in _parameters)
        {
            if (parameter.Wire is not ItemAttribute { Unique: true } wire || !item.TryGetValue(wire.Name, out var value) || value is not string text)
            {
                continue;
            }

            if (_seen.TryGetValue(text, out var first))
            {
                throw KomboException.InvalidInput(parameter.Name, string.Format(CultureInfo.InvariantCulture, "{0} is also the value of row {1}.", InputValue.Quote(text), first));
            }

            _seen.Add(text, Count);
        }
    }

    private static KomboException Refused(string message) => KomboException.InvalidInput("InputObject", message);
}
