using System.Collections;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>A hashtable with exactly one key, whose value is text, a number, a Boolean or null.</summary>
internal sealed class SingleEntryAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var value = arguments is PSObject wrapper ? wrapper.BaseObject : arguments;
        if (value is not IDictionary { Count: 1 } map)
        {
            throw new ValidationMetadataException($"The API compares one field: pass a hashtable with one key, such as @{{ cost_center = '4711' }}. This one has {(value as IDictionary)?.Count ?? 0}.");
        }

        foreach (var entry in map.Values)
        {
            var plain = entry is PSObject boxed ? boxed.BaseObject : entry;
            if (plain is IEnumerable and not string)
            {
                throw new ValidationMetadataException("The value of the field must be text, a number, a Boolean or null.");
            }
        }
    }
}
