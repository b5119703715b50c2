using System.Text.RegularExpressions;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Hashtables to fill in, made of a form: what completion offers. Pure.</summary>
internal static class FormSnippets
{
    /// <summary>What fits the word that is being completed: all required fields, all fields, and each field by itself.</summary>
    /// <param name="form">The form.</param>
    /// <param name="word">What is there already: nothing, the beginning of a hashtable, or the beginning of a key.</param>
    public static IEnumerable<FormSnippet> For(EmployeeForm form, string? word)
    {
        var begun = (word ?? "").Trim().TrimStart('@', '{').Trim(' ', '\'', '"');
        var fields = form.Properties ?? [];
        if (begun.Length == 0 && fields.Count > 0)
        {
            var required = fields.Where(field => field.Value.Required is true).ToList();
            if (required.Count > 0)
            {
                yield return new FormSnippet(Table(required), "@{ required fields }", "All fields that are required:\n" + Lines(required));
            }

            if (required.Count < fields.Count)
            {
                yield return new FormSnippet(Table(fields), "@{ all fields }", "All fields of the form; empty values are not sent:\n" + Lines(fields));
            }
        }

        foreach (var field in fields.Where(field => field.Key.StartsWith(begun, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new FormSnippet(Table([field]), $"@{{ {field.Key} }}", Line(field));
        }
    }

    private static string Table(IEnumerable<KeyValuePair<string, EmployeeFormField>> fields) =>
        $"@{{ {string.Join("; ", fields.Select(field => $"{Key(field.Key)} = {Placeholder(field.Value)}"))} }}";

    /// <summary>A value that the check takes for not filled in.</summary>
    private static string Placeholder(EmployeeFormField field) => field.Type switch
    {
        "object" => Table(field.Properties ?? []),
        "array" when field.ItemType is { } item => $"@({Placeholder(item)})",
        "multi_select" or "array" => "@()",
        "number" or "checkbox" or "file" => "$null",
        _ => "''",
    };

    private static string Key(string key) => key.Length > 0 && (char.IsLetter(key[0]) || key[0] == '_') && key.All(character => char.IsLetterOrDigit(character) || character == '_')
        ? key
        : Quoted(key);

    /// <summary>PowerShell takes typographic quotes for straight ones.</summary>
    private static string Quoted(string key) => $"'{Regex.Replace(key, "['\u2018-\u201B]", "$0$0")}'";

    private static string Lines(IEnumerable<KeyValuePair<string, EmployeeFormField>> fields) => string.Join("\n", fields.Select(Line));

    private static string Line(KeyValuePair<string, EmployeeFormField> field)
    {
        var limits = field.Value.Type switch
        {
            "text" when field.Value.MinLength is not null || field.Value.MaxLength is not null => $", {FormFit.Range(field.Value.MinLength, field.Value.MaxLength)} characters",
            "number" when field.Value.Min is not null || field.Value.Max is not null => $", {FormFit.Range(field.Value.Min, field.Value.Max)}",
            _ => "",
        };
        return $"{field.Key}: {FormFit.Describe(field.Value)}{limits}{(field.Value.Required is true ? " (required)" : "")}";
    }
}

/// <summary>One thing that completion offers.</summary>
internal sealed class FormSnippet
{
    public FormSnippet(string text, string title, string description)
    {
        Text = text;
        Title = title;
        Description = description;
    }

    /// <summary>What is inserted.</summary>
    public string Text { get; }

    /// <summary>What a list shows.</summary>
    public string Title { get; }

    /// <summary>What is explained beside it.</summary>
    public string Description { get; }
}
