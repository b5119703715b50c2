using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Turns what PowerShell users pass into the plain values that Core can send.</summary>
internal static class PlainValue
{
    private const int LongestShown = 120;
    private const int MostShown = 100;

    /// <summary>Converts a value of any depth.</summary>
    /// <param name="value">Text, numbers, Booleans, dates, hashtables, custom objects, lists of those.</param>
    /// <param name="parameter">The parameter it came with, for the error.</param>
    /// <exception cref="KomboException">The value cannot be sent.</exception>
    public static object? From(object? value, string parameter) => From(value, parameter, 0);

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

    private static object? From(object? value, string parameter, int depth)
    {
        if (depth > PlainJson.MaxDepth - 2)
        {
            throw KomboException.InvalidInput(parameter, $"the value is nested more than {PlainJson.MaxDepth - 2} levels deep, or contains itself.");
        }

        if (value is PSObject wrapper)
        {
            // A custom object is its own base object; everything else is only wrapped.
            if (wrapper.BaseObject is PSCustomObject)
            {
                return FromProperties(wrapper, parameter, depth);
            }

            value = wrapper.BaseObject;
        }

        switch (value)
        {
            case null:
                return null;
            case double or float when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var real && (double.IsNaN(real) || double.IsInfinity(real)):
                throw KomboException.InvalidInput(parameter, $"{real.ToString(CultureInfo.InvariantCulture)} is not a number that JSON can carry.");
            case string or bool or int or long or double or decimal or DateTime or short or byte or sbyte or ushort or uint or ulong:
                return value;
            case float number:
                return (double)number;
            case char character:
                return character.ToString();
            case SwitchParameter flag:
                return flag.ToBool();
            case Uri address:
                // Its ToString unescapes.
                return address.OriginalString;
            case Enum or Guid or Version:
                return value.ToString();
            case DateTimeOffset time:
                return time.UtcDateTime;
            case IDictionary map:
                return FromMap(map, parameter, depth);
            case IEnumerable list when value is not KomboObject:
                return new KomboList<object?>(list.Cast<object?>().Select(item => From(item, parameter, depth + 1)));
            default:
                throw KomboException.InvalidInput(parameter, $"a {value.GetType().Name} cannot be sent; pass text, numbers, Booleans, dates, hashtables or lists of those.");
        }
    }

    private static KomboMap FromMap(IDictionary map, string parameter, int depth)
    {
        var result = new KomboMap();
        foreach (DictionaryEntry entry in map)
        {
            result[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = From(entry.Value, parameter, depth + 1);
        }

        return result;
    }

    private static KomboMap FromProperties(PSObject value, string parameter, int depth)
    {
        var result = new KomboMap();
        foreach (var property in value.Properties)
        {
            result[property.Name] = From(property.Value, parameter, depth + 1);
        }

        return result;
    }
}
