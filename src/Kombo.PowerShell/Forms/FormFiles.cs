using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Puts the contents of files in place of files that Get-Item gave.</summary>
internal static class FormFiles
{
    // Deeper values are refused when the request is made.
    private const int Deepest = Json.PlainJson.MaxDepth;

    /// <summary>A copy of the values in which every file is the object that the API takes.</summary>
    /// <exception cref="KomboException">A file cannot be read.</exception>
    public static IDictionary Read(IDictionary values, string parameter) => (IDictionary)Read(values, parameter, 0)!;

    private static object? Read(object? value, string parameter, int depth)
    {
        var plain = value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
        if (depth > Deepest)
        {
            return value;
        }

        switch (plain)
        {
            case FileInfo file:
                return FilePayload.FromFile(file.FullName, null, null, parameter);
            case IDictionary map:
                var copy = new OrderedDictionary();
                foreach (DictionaryEntry entry in map)
                {
                    copy[entry.Key] = Read(entry.Value, parameter, depth + 1);
                }

                return copy;
            case IList list when plain is not byte[]:
                return list.Cast<object?>().Select(item => Read(item, parameter, depth + 1)).ToArray();
            default:
                return value;
        }
    }
}
