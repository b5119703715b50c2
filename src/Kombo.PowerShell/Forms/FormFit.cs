using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Makes values fit a form, and tells which do not. Names may be the form's keys in any case, dotted keys for fields
/// inside fields, or unified keys; choices may be labels; numbers, days and yes or no may be text, as in CSV files.
/// What cannot be judged from here (choices behind a link, kinds that are not known) is sent as it is. Pure.
/// </summary>
internal sealed class FormFit
{
    private const int MostOptionsShown = 12;

    // Below this, a limit for files cannot be meant in bytes; the form does not tell the unit.
    private const double SmallestFileLimit = 1024;

    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    // A pattern is a few words; longer ones are not for us to judge.
    private const int LongestPattern = 1000;

    private static readonly ConcurrentDictionary<string, bool> Endless = new(StringComparer.Ordinal);

    private readonly List<string> _problems = [];

    private readonly CultureInfo? _culture;

    private FormFit(EmployeeFormFields fields, KomboMap values, CultureInfo? culture)
    {
        _culture = culture;
        Values = Fields(fields, values, "");
    }

    /// <summary>The values as they are to be sent.</summary>
    public KomboMap Values { get; }

    /// <summary>What is wrong, a line for each field; empty when everything fits.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Fits values to a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">The values.</param>
    /// <param name="culture">How text is written; null for the invariant form.</param>
    public static FormFit Of(EmployeeForm form, KomboMap values, CultureInfo? culture = null) => new(form.Properties ?? [], values, culture);

    private KomboMap Fields(EmployeeFormFields fields, KomboMap values, string path)
    {
        var index = new FormIndex(fields);
        var placed = new KomboMap();
        foreach (var entry in values)
        {
            if (IsBlank(entry.Value))
            {
                continue;
            }

            if (index.Find(entry.Key) is not { } target)
            {
                _problems.Add($"{Join(path, InputValue.Shortened(entry.Key))}: the form has no such field{(index.Resembling(entry.Key) is { } other ? $"; it has '{other}'" : "")}.");
            }
            else if (!Place(placed, target, entry.Value))
            {
                _problems.Add($"{Join(path, string.Join(".", target))}: it is given twice, once as {InputValue.Quote(entry.Key)}.");
            }
        }

        var result = new KomboMap();
        foreach (var field in fields)
        {
            var at = Join(path, field.Key);
            if (placed.TryGetValue(field.Key, out var value))
            {
                result[field.Key] = Fit(field.Value, value, at);
            }
            else if (field.Value.Required is true)
            {
                _problems.Add($"{at}: it is required ({Describe(field.Value)}).");
            }
        }

        return result;
    }

    private object? Fit(EmployeeFormField field, object? value, string path) => field.Type switch
    {
        "text" => Text(field, value, path),
        "number" => Number(field, value, path),
        "date" => Date(value, path),
        "checkbox" => Flag(value, path),
        "single_select" => Choice(field, value, path),
        "multi_select" => Items(field, value, path, (item, at) => Choice(field, item, at)),
        "object" => value is KomboMap map ? Fields(field.Properties ?? [], map, path) : Wrong(path, value, "is not a hashtable of fields"),
        "array" => Items(field, value, path, (item, at) => field.ItemType is { } type ? Fit(type, item, at) : item),
        "file" => File(field, value, path),
        _ => value,
    };

    private object? Text(EmployeeFormField field, object? value, string path)
    {
        if (value is not string)
        {
            // 10115 for a post code is meant as text; a number with decimals may be written in many ways.
            if (value is not (int or long or short or byte))
            {
                return Wrong(path, value, "is not text");
            }

            value = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }

        var text = (string)value;
        if (text.Length < field.MinLength || text.Length > field.MaxLength)
        {
            return Wrong(path, text, $"has {text.Length} characters; {Range(field.MinLength, field.MaxLength)} are allowed");
        }

        return Matches(text, field.RegExp) ? text : Wrong(path, text, $"does not match the pattern {field.RegExp}");
    }

    private object? Number(EmployeeFormField field, object? value, string path)
    {
        if (value is string text)
        {
            try
            {
                value = TextValue.Number(text.Trim(), _culture) is var read && read == Math.Floor(read) && Math.Abs(read) < 9e15 ? (object)(long)read : read;
            }
            catch (FormatException refusal)
            {
                return Wrong(path, refusal);
            }
        }

        if (value is not (int or long or short or byte or sbyte or ushort or uint or ulong or double or decimal))
        {
            return Wrong(path, value, "is not a number");
        }

        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number < field.Min || number > field.Max ? Wrong(path, value, $"is out of range: {Range(field.Min, field.Max)}") : value;
    }

    private object? Date(object? value, string path)
    {
        if (value is not string text)
        {
            return Wrong(path, value, "is not a date. Write it as yyyy-MM-dd");
        }

        try
        {
            return Json.KomboTime.FormatBareDate(TextValue.Date(text.Trim(), _culture));
        }
        catch (FormatException refusal)
        {
            return Wrong(path, refusal);
        }
    }

    private object? Flag(object? value, string path)
    {
        try
        {
            return value switch
            {
                bool => value,
                string text => TextValue.Flag(text.Trim(), _culture),
                int or long when Convert.ToInt64(value, CultureInfo.InvariantCulture) is 0 or 1 => Convert.ToInt64(value, CultureInfo.InvariantCulture) == 1,
                _ => Wrong(path, value, "is neither true nor false"),
            };
        }
        catch (FormatException refusal)
        {
            return Wrong(path, refusal);
        }
    }

    private object? Choice(EmployeeFormField field, object? value, string path)
    {
        if (value is KomboMap or KomboList<object?> or bool)
        {
            return Wrong(path, value, "is not a choice; pass the id or the label of a choice");
        }

        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (field.Options?.Entries is not { } options)
        {
            return text;
        }

        if (options.Exists(option => option.Id == text))
        {
            return text;
        }

        // The unified value first: it is Kombo's own word, and the same for every tool.
        foreach (var name in new Func<EmployeeFormOption, string?>[] { option => option.UnifiedValue, option => option.Label })
        {
            var named = options.Where(option => text.Equals(name(option), StringComparison.OrdinalIgnoreCase)).ToList();
            if (named.Count == 1)
            {
                return named[0].Id;
            }

            if (named.Count > 1)
            {
                return Wrong(path, text, $"matches several choices; pass the id of one: {string.Join(", ", named.Select(option => $"{option.Id} ({option})"))}");
            }
        }

        return Wrong(path, text, options.Count == 0 ? "is not a choice; the form has none" : $"is not a choice; the choices are: {List(options)}");
    }

    private KomboList<object?> Items(EmployeeFormField field, object? value, string path, Func<object?, string, object?> fit)
    {
        var items = value as KomboList<object?> ?? [value];
        if (items.Count < field.MinItems || items.Count > field.MaxItems)
        {
            _problems.Add($"{path}: it has {items.Count} items; {Range(field.MinItems, field.MaxItems)} are allowed.");
        }

        return new KomboList<object?>(items.Select((item, index) => fit(item, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]")));
    }

    private object? File(EmployeeFormField field, object? value, string path)
    {
        if (value is not KomboMap file)
        {
            return Wrong(path, value, "is not a file; pass a file of Get-Item, or a hashtable with name, content_type and data, or with name and data_url");
        }

        var name = Member(file, "name") as string;
        var data = Member(file, "data") as string;
        var type = Member(file, "content_type") as string;
        if (string.IsNullOrWhiteSpace(name))
        {
            _problems.Add($"{path}.name: it is required (the file's name, with its extension).");
        }

        if (data is null == (Member(file, "data_url") is null))
        {
            _problems.Add($"{path}: a file needs either data (base64) or data_url.");
        }

        if (data is not null && type is null)
        {
            _problems.Add($"{path}.content_type: it is required with data.");
        }

        var accepted = field.FileRestrictions?.AcceptedMimeTypes;
        if (type is not null && accepted is { Count: > 0 } && !accepted.Exists(pattern => Accepts(pattern, type)))
        {
            _problems.Add($"{path}.content_type: {InputValue.Quote(type)} is not accepted, only {string.Join(", ", accepted)}.");
        }

        if (data is not null && SizeOf(data) is var size)
        {
            if (size is null)
            {
                _problems.Add($"{path}.data: it is not base64.");
            }
            else if (field.FileRestrictions?.MaxFileSize is { } limit and >= SmallestFileLimit && size > limit)
            {
                _problems.Add($"{path}: the file has {Show(size)} bytes; {Show(limit)} are allowed.");
            }
        }

        return file;
    }

    /// <summary>Blank is what nobody filled in: null, empty text, and objects without anything else in them.</summary>
    private static bool IsBlank(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        KomboMap map => map.Values.All(IsBlank),
        _ => false,
    };

    private static bool Place(KomboMap values, string[] path, object? value)
    {
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (!values.TryGetValue(path[i], out var inner))
            {
                values[path[i]] = inner = new KomboMap();
            }

            if (inner is not KomboMap map)
            {
                return false;
            }

            values = map;
        }

        var key = path[path.Length - 1];
        if (!values.TryGetValue(key, out var present))
        {
            // Copied, because dotted names may add to it.
            values[key] = value is KomboMap whole ? new KomboMap(whole) : value;
            return true;
        }

        return present is KomboMap target && value is KomboMap more && more.All(entry => Place(target, [entry.Key], entry.Value));
    }

    /// <summary>The pattern is JavaScript's. One that .NET cannot read, or not in time, judges nothing.</summary>
    private static bool Matches(string text, string? pattern)
    {
        if (string.IsNullOrEmpty(pattern) || pattern!.Length > LongestPattern || Endless.ContainsKey(pattern))
        {
            return true;
        }

        var literal = Regex.Match(pattern, "^/(?<body>.+)/(?<flags>[a-z]*)$", RegexOptions.Singleline);
        var body = literal.Success ? literal.Groups["body"].Value : pattern;
        var flags = literal.Groups["flags"].Value;
        var options = (flags.Contains('i') ? RegexOptions.IgnoreCase : 0) | (flags.Contains('m') ? RegexOptions.Multiline : 0) | RegexOptions.CultureInvariant;
        try
        {
            return Regex.IsMatch(text, body, options, LongestMatch);
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            // It comes with the form: never again, or each value of each row would wait for it.
            Endless[pattern] = true;
            return true;
        }
    }

    private static bool Accepts(string pattern, string type)
    {
        var plain = type.Split(';')[0].Trim();
        return pattern is "*" or "*/*"
            || pattern.Equals(plain, StringComparison.OrdinalIgnoreCase)
            || (pattern.EndsWith("/*", StringComparison.Ordinal) && plain.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase));
    }

    private static int? SizeOf(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64).Length;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static object? Member(KomboMap map, string name) => map.TryGetValue(name, out var value) ? value : null;

    private object? Wrong(string path, object? value, string problem)
    {
        _problems.Add($"{path}: {(value is string text ? InputValue.Quote(text) : InputValue.Shortened(Show(value)))} {problem}.");
        return value;
    }

    private string? Wrong(string path, FormatException refusal)
    {
        _problems.Add($"{path}: {refusal.Message}{(_culture is null ? " " + TextValue.OtherWayOut : "")}");
        return null;
    }

    internal static string Describe(EmployeeFormField field)
    {
        var label = string.IsNullOrWhiteSpace(field.Label) ? "" : $", '{field.Label!.Trim()}'";
        return $"{field.Type}{label}{(field.Options?.Entries is { Count: > 0 } options ? ": " + List(options) : "")}";
    }

    internal static string Range(double? least, double? most) => (least, most) switch
    {
        (null, null) => "any number",
        (null, _) => $"at most {Show(most)}",
        (_, null) => $"at least {Show(least)}",
        _ => $"{Show(least)} to {Show(most)}",
    };

    /// <summary>The labels, which are taken for the ids; with the ids where labels are not unique.</summary>
    private static string List(KomboList<EmployeeFormOption> options)
    {
        var isUnique = options.Select(option => option.ToString()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == options.Count;
        var shown = string.Join(", ", options.Take(MostOptionsShown).Select(option => isUnique ? option.ToString() : $"{option.Id} ({option})"));
        return options.Count <= MostOptionsShown ? shown : $"{shown} and {options.Count - MostOptionsShown} more; Get-KomboEmployeeForm has them all";
    }

    private static string Show(object? value) => value switch
    {
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "null",
    };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
