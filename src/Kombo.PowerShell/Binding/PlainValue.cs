using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Runtime.CompilerServices;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Turns what PowerShell users pass into the plain values that Core can send. What contains itself, is nested too deep or
/// has too many values in it is refused: nothing goes on without an end.
/// </summary>
internal sealed class PlainValue
{
    private const int LongestShown = 120;
    private const int MostShown = 100;
    private const int Deepest = PlainJson.MaxDepth - 2;

    private readonly string _parameter;
    private readonly Func<FileInfo, KomboMap>? _read;

    /// <summary>The containers around the value that is being converted.</summary>
    private readonly List<object> _around = [];
    private int _count;

    private PlainValue(string parameter, Func<FileInfo, KomboMap>? read)
    {
        _parameter = parameter;
        _read = read;
    }

    /// <summary>Converts a value of any depth.</summary>
    /// <param name="value">Text, numbers, Booleans, dates, hashtables, custom objects, lists of those.</param>
    /// <param name="parameter">The parameter it came with, for the error.</param>
    /// <param name="read">What makes of a file what the API takes for it; null where files are refused.</param>
    /// <exception cref="KomboException">The value cannot be sent.</exception>
    public static object? From(object? value, string parameter, Func<FileInfo, KomboMap>? read = null)
    {
        try
        {
            return new PlainValue(parameter, read).From(value);
        }
        catch (FormatException refusal)
        {
            throw KomboException.InvalidInput(parameter, refusal.Message);
        }
    }

    /// <summary>The name of a member. Only what is one text for everybody can be one.</summary>
    /// <param name="key">The key of a hashtable.</param>
    /// <param name="parameter">The parameter it came with, for the error.</param>
    /// <exception cref="KomboException">It is something else.</exception>
    public static string Key(object key, string parameter)
    {
        try
        {
            return Key(key);
        }
        catch (FormatException refusal)
        {
            throw KomboException.InvalidInput(parameter, refusal.Message);
        }
    }

    /// <summary>A copy with long texts and long lists cut, for showing what would be sent.</summary>
    public static object? Shortened(object? value) => value switch
    {
        string { Length: > LongestShown } text => $"{text.Substring(0, LongestShown)}... ({text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters)",
        KomboMap map => new KomboMap(map.Select(entry => new KeyValuePair<string, object?>(entry.Key, Shortened(entry.Value)))),
        KomboList<object?> { Count: > MostShown } list => new KomboList<object?>(
            list.Take(MostShown).Select(Shortened).Concat([$"... ({(list.Count - MostShown).ToString("N0", CultureInfo.InvariantCulture)} more)"])),
        KomboList<object?> list => new KomboList<object?>(list.Select(Shortened)),
        _ => value,
    };

    private object? From(object? input)
    {
        if (++_count > InputValue.MostItems)
        {
            throw new FormatException($"it has more than {InputValue.MostItems.ToString("N0", CultureInfo.InvariantCulture)} values.");
        }

        var value = InputValue.Of(input);
        switch (value)
        {
            case null:
                return null;
            case string text:
                return InputValue.Whole(text);
            case double or float when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var real && (double.IsNaN(real) || double.IsInfinity(real)):
                throw new FormatException($"{real.ToString(CultureInfo.InvariantCulture)} cannot be written as a JSON number.");
            case bool or int or long or double or decimal or DateTime or short or byte or sbyte or ushort or uint or ulong:
                return value;
            case float number:
                return (double)number;
            case BigInteger number:
                return BigInteger.Abs(number) <= new BigInteger(decimal.MaxValue)
                    ? (decimal)number
                    : throw new FormatException($"{InputValue.Shortened(InputValue.Text(number))} has more digits than can be sent without loss.");
            case char character:
                return InputValue.Whole(character.ToString());
            case SwitchParameter flag:
                return flag.ToBool();
            case Uri address:
                // Its ToString unescapes.
                return InputValue.Whole(address.OriginalString);
            case Enum or Guid or Version:
                return value.ToString();
            case DateTimeOffset time:
                return time.UtcDateTime;
            case not null when DayAndTime.Day(value) is { } day:
                return day;
            case FileInfo file when _read is not null:
                return _read(file);
            case PSObject custom:
                return Inside(custom, () => FromProperties(custom));
            case IDictionary map:
                return Inside(map, () => FromMap(map));
            case IEnumerable list when InputValue.IsList(list) && list is not byte[]:
                return Inside(list, () => new KomboList<object?>(InputValue.Items(list).Select(From)));
            default:
                throw new FormatException($"{InputValue.Describe(value)} cannot be sent; pass text, numbers, Booleans, dates, hashtables or lists of those{(value is byte[] ? ", or bytes as base64 text" : "")}.");
        }
    }

    private T Inside<T>(object container, Func<T> convert)
    {
        if (_around.Exists(outer => ReferenceEquals(outer, container)))
        {
            throw new FormatException($"{InputValue.Describe(container)} contains itself.");
        }

        if (_around.Count >= Deepest)
        {
            throw new FormatException($"the value is nested more than {Deepest.ToString(CultureInfo.InvariantCulture)} levels deep.");
        }

        _around.Add(container);
        var result = convert();
        _around.RemoveAt(_around.Count - 1);
        return result;
    }

    private KomboMap FromMap(IDictionary map)
    {
        var result = new KomboMap();
        foreach (DictionaryEntry entry in map)
        {
            result[Key(entry.Key)] = From(entry.Value);
        }

        return result;
    }

    private KomboMap FromProperties(PSObject value)
    {
        var result = new KomboMap();
        foreach (var property in value.Properties)
        {
            result[InputValue.Whole(property.Name)] = From(InputValue.Read(property));
        }

        return result;
    }

    private static string Key(object key) => InputValue.Of(key) switch
    {
        string text => InputValue.Whole(text),
        bool or char or Guid or Enum => Convert.ToString(InputValue.Of(key), CultureInfo.InvariantCulture)!,
        var other when InputValue.IsNumber(other) => InputValue.Text(other!),
        var other => throw new FormatException($"{InputValue.Describe(other)} cannot be a key; keys are text."),
    };
}
