using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>A hashtable, or a custom object such as ConvertFrom-Json makes; lists of them where the parameter takes several.</summary>
internal sealed class MapAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var input = inputData is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : inputData;
        return input switch
        {
            null or IDictionary => input,
            string text when string.IsNullOrWhiteSpace(text) => null,
            PSObject custom => ToDictionary(custom),
            IEnumerable list and not string => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item!)).Cast<IDictionary>().ToArray(),
            _ => throw new ArgumentTransformationMetadataException($"This is {EntityIdAttribute.Describe(input)}: pass a hashtable, such as @{{ key = 'value' }}."),
        };
    }

    private static OrderedDictionary ToDictionary(PSObject custom)
    {
        var map = new OrderedDictionary();
        foreach (var property in custom.Properties)
        {
            map[property.Name] = property.Value;
        }

        return map;
    }
}
