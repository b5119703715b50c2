using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Facts;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>
/// Refuses bodies that are not what the facts of the API say. Unknown members are refused, too, so that misspelled names are
/// noticed; only what belongs to one connected tool is open.
/// </summary>
internal static class BodyCheck
{
    private const string RemoteFields = "remote_fields";

    private static readonly Regex MailForm = new(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.CultureInvariant);

    private static readonly Regex TimeForm = new(@"^([01]?\d|2[0-3]):[0-5]?\d(:[0-5]?\d)?$", RegexOptions.CultureInvariant);

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Checks a value.</summary>
    /// <param name="shape">What it must be.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it is, for the message; empty for the body itself.</param>
    /// <exception cref="SandboxException">It is something else.</exception>
    public static void Check(Shape shape, object? value, string path)
    {
        if (Refusal(shape, value, path) is { } refusal)
        {
            throw SandboxException.Invalid(refusal);
        }
    }

    private static string? Refusal(Shape shape, object? value, string path)
    {
        if (value is null && (shape.Nullable || shape.Type == Shape.Any))
        {
            return null;
        }

        return shape.Type switch
        {
            Shape.Object => value is KomboMap map ? OfMembers(shape, map, path) : Must(path, "an object"),
            Shape.Map => value is KomboMap map ? OfValues(shape.Items!, map, path) : Must(path, "an object"),
            Shape.List => value is KomboList<object?> list ? OfItems(shape, list, path) : Must(path, "an array"),
            Shape.Choice => OfChoices(shape.Choices!, value, path),
            Shape.Any or Shape.Recursive => null,
            "boolean" => value is bool ? null : Must(path, "true or false"),
            "integer" or "number" => value is long or double or decimal ? OfNumber(shape, Convert.ToDouble(value, CultureInfo.InvariantCulture), path) : Must(path, "a number"),
            _ => value is string text ? OfText(shape, text, path) : Must(path, "a text"),
        };
    }

    private static string? OfMembers(Shape shape, KomboMap map, string path)
    {
        foreach (var pair in map)
        {
            var inner = Join(path, pair.Key);
            if (!shape.Members!.TryGetValue(pair.Key, out var member))
            {
                if (shape.Open || IsOfOneTool(path))
                {
                    continue;
                }

                return $"The body has an unknown member '{inner}'.";
            }

            if (Refusal(member, pair.Value, inner) is { } refusal)
            {
                return refusal;
            }

            if (member.With is { } other && pair.Value is not null && !map.ContainsKey(other))
            {
                return $"'{pair.Key}' and '{other}' must be given together.";
            }
        }

        foreach (var pair in shape.Members!)
        {
            if (pair.Value.Required && !map.ContainsKey(pair.Key))
            {
                return $"The body lacks the member '{Join(path, pair.Key)}'.";
            }
        }

        return shape.Members!.ContainsKey("data") && shape.Members.ContainsKey("data_url") ? OfFile(map, path) : null;
    }

    /// <summary>A file has either base64 data with a content type or an address.</summary>
    private static string? OfFile(KomboMap file, string path)
    {
        if (file.ContainsKey("data") == file.ContainsKey("data_url"))
        {
            return $"The file '{path}' must have either 'data' or 'data_url'.";
        }

        if (!file.TryGetValue("data", out var data))
        {
            return null;
        }

        return !file.ContainsKey("content_type") ? Must(Join(path, "content_type"), "there when 'data' is")
            : !IsBase64((string)data!) ? Must(Join(path, "data"), "base64")
            : null;
    }

    private static string? OfValues(Shape shape, KomboMap map, string path) =>
        map.Select(pair => Refusal(shape, pair.Value, Join(path, pair.Key))).FirstOrDefault(refusal => refusal is not null);

    private static string? OfItems(Shape shape, KomboList<object?> list, string path) =>
        list.Count > shape.MaxItems
            ? Must(path, FormattableString.Invariant($"a list of {shape.MaxItems} entries at most"))
            : list.Select((item, index) => Refusal(shape.Items!, item, FormattableString.Invariant($"{path}[{index}]"))).FirstOrDefault(refusal => refusal is not null);

    /// <summary>The refusal of the choice that the value comes closest to: the one with its constants.</summary>
    private static string? OfChoices(IReadOnlyList<Shape> choices, object? value, string path)
    {
        var refusals = choices.Select(choice => (Choice: choice, Text: Refusal(choice, value, path))).ToArray();
        if (refusals.Any(refusal => refusal.Text is null))
        {
            return null;
        }

        return refusals.FirstOrDefault(refusal => HasConstants(refusal.Choice, value)).Text ?? Must(path, "of another kind");
    }

    private static bool HasConstants(Shape shape, object? value) => value is KomboMap map && shape.Members is { } members
        && members.All(member => member.Value.Values is not { Count: 1 } constant || (map.TryGetValue(member.Key, out var content) && content is string text && text == constant[0]));

    private static string? OfNumber(Shape shape, double number, string path) =>
        shape.Type == "integer" && number % 1 != 0 ? Must(path, "a whole number")
        : number < (double?)shape.Min ? Must(path, FormattableString.Invariant($"a number of at least {shape.Min}"))
        : number > (double?)shape.Max ? Must(path, FormattableString.Invariant($"a number of at most {shape.Max}"))
        : number <= (double?)shape.Above ? Must(path, FormattableString.Invariant($"a number above {shape.Above}"))
        : null;

    private static string? OfText(Shape shape, string text, string path)
    {
        if (shape.Values is { } values && !shape.Open && !values.Contains(text))
        {
            return Must(path, $"one of {string.Join(", ", values)}");
        }

        if (text.Length < shape.MinLength)
        {
            return Must(path, "a text that is not empty");
        }

        if (text.Length > shape.MaxLength)
        {
            return Must(path, FormattableString.Invariant($"a text of {shape.MaxLength} characters at most"));
        }

        if (shape.Pattern is { } pattern && !Patterns.GetOrAdd(pattern, one => new Regex(one, RegexOptions.ECMAScript)).IsMatch(text))
        {
            return Must(path, $"a text like {pattern}");
        }

        return shape.Type switch
        {
            "day" => text.Length == 10 && TextForms.IsDate(text) ? null : Must(path, "a date (yyyy-MM-dd)"),
            "date" or "moment" => TextForms.IsDate(text) ? null : Must(path, "a date (yyyy-MM-dd) or a moment in UTC (yyyy-MM-ddTHH:mm:ss.fffZ)"),
            "time" => TimeForm.IsMatch(text) ? null : Must(path, "a time (HH:mm or HH:mm:ss)"),
            "email" => MailForm.IsMatch(text) ? null : Must(path, "an e-mail address"),
            "address" => Uri.TryCreate(text, UriKind.Absolute, out _) ? null : Must(path, "an absolute address"),
            _ => null,
        };
    }

    private static bool IsOfOneTool(string path) => path == RemoteFields || path.StartsWith(RemoteFields + ".", StringComparison.Ordinal);

    private static bool IsBase64(string text)
    {
        try
        {
            Convert.FromBase64String(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Must(string path, string expected) => path.Length == 0 ? $"The body must be {expected}." : $"'{path}' must be {expected}.";

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
