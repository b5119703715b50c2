using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>A hashtable, or a custom object such as ConvertFrom-Json makes; lists of them where the parameter takes several.</summary>
internal sealed class MapAttribute : ConversionAttribute
{
    protected override object? Convert(object value, object input) => value switch
    {
        IDictionary => value,
        string text when string.IsNullOrWhiteSpace(text) => null,
        PSObject custom => ToDictionary(custom),
        _ => throw new FormatException($"This is {InputValue.Describe(value)}: pass a hashtable, such as @{{ key = 'value' }}."),
    };

    private static OrderedDictionary ToDictionary(PSObject custom)
    {
        var map = new OrderedDictionary();
        foreach (var property in custom.Properties)
        {
            map[property.Name] = InputValue.Read(property);
        }

        return map;
    }
}
