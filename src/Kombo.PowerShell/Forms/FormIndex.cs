using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Finds fields of a form by what people call them.</summary>
internal sealed class FormIndex
{
    private readonly EmployeeFormFields _fields;
    private readonly Dictionary<string, List<string[]>> _unified = new(StringComparer.OrdinalIgnoreCase);

    public FormIndex(EmployeeFormFields fields)
    {
        _fields = fields;
        Collect(fields, []);
    }

    /// <summary>The keys that lead to a field, from the outermost in; null when no field, or more than one, has the name.</summary>
    /// <param name="name">The key, in any case; keys with dots between them; or a unified key.</param>
    public string[]? Find(string name) => name.Length > Likeness.LongestName
        ? null
        : ByKeys(_fields, name) ?? (_unified.TryGetValue(name, out var paths) && paths.Count == 1 ? paths[0] : null);

    /// <summary>A key that looks like a misspelled name; null when none does.</summary>
    public string? Resembling(string name) => Likeness.Closest(_fields.Keys, name);

    private static string[]? ByKeys(EmployeeFormFields fields, string name)
    {
        if (KeyOf(fields, name) is { } whole)
        {
            return [whole];
        }

        for (var dot = name.IndexOf('.'); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            if (KeyOf(fields, name.Substring(0, dot)) is { } outer
                && fields[outer].Properties is { } inner
                && ByKeys(inner, name.Substring(dot + 1)) is { } rest)
            {
                return [outer, .. rest];
            }
        }

        return null;
    }

    private static string? KeyOf(EmployeeFormFields fields, string name)
    {
        if (fields.ContainsKey(name))
        {
            return name;
        }

        var alike = fields.Keys.Where(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    private void Collect(EmployeeFormFields fields, string[] path)
    {
        foreach (var field in fields)
        {
            string[] at = [.. path, field.Key];
            if (field.Value.UnifiedKey is { Length: > 0 } unified)
            {
                if (!_unified.TryGetValue(unified, out var paths))
                {
                    _unified[unified] = paths = [];
                }

                paths.Add(at);
            }

            if (field.Value.Properties is { } inner)
            {
                Collect(inner, at);
            }
        }
    }
}
