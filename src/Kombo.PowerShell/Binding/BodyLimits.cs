using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Facts;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Refuses what the API would refuse: values that are not of the documented form, too long or too large, or without the
/// member that they need. Every body is checked here, wherever a member comes from. The limits are facts of the API.
/// Types and lists of values are not checked: a value that is new to this module may be known to the API.
/// </summary>
internal static class BodyLimits
{
    private const string Each = "[]";

    /// <summary>What values of the patterns look like, for errors.</summary>
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        [@"^[A-Z]{2}$"] = "two capital letters, such as DE",
        [@"^[\w.-]+\/[\w.-]+$"] = "a media type, such as application/pdf",
        [@"^https?:\/\/"] = "an address that begins with http:// or https://",
        [@"([\d+])[\d ()/-]+"] = "a phone number of digits, spaces and + ( ) / -",
        [@"^[a-z]{2,3}(-[A-Z]{2})?$"] = "a language code, such as de or en-GB",
        [@"^\d+$"] = "digits only",
        [@"^[+-](?:0\d|1[0-4]):[0-5]\d$"] = "a distance from UTC, such as +02:00",
    };

    private static readonly Regex Time = new(@"^(?:2[0-3]|[01]?[0-9]):[0-5]?[0-9](:[0-5]?[0-9])?(?!.|\n)", RegexOptions.CultureInvariant);

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Refuses a body that the API would refuse.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">The cmdlet's parameters, one of which the error names.</param>
    /// <param name="body">The body, or the list of its lines.</param>
    /// <exception cref="KomboException">A member is outside a limit; the exception names its parameter.</exception>
    public static void Check(KomboOperationAttribute operation, IReadOnlyList<OperationParameter> parameters, object? body)
    {
        if (ApiFacts.All.Operations.TryGetValue($"{operation.Method} {operation.Path}", out var api) && api.Body is { } shape)
        {
            var walk = new Walk();
            var refusal = body is KomboMap ? Refusal(shape, body, null, walk) : Refusal(new Shape { Type = Shape.List, Items = shape }, body, null, walk);
            if (refusal is not null)
            {
                throw KomboException.InvalidInput(ParameterOf(walk.Names, parameters), $"'{walk}' {refusal}.");
            }
        }
    }

    /// <summary>How a pattern is described in errors; null where it is not.</summary>
    internal static string? DescriptionOf(string pattern) => Said.TryGetValue(pattern, out var said) ? said : null;

    /// <summary>What is wrong with a value, to follow its name; null when nothing is. Then the walk stands at what is wrong.</summary>
    private static string? Refusal(Shape shape, object? value, KomboMap? around, Walk walk)
    {
        if (value is null)
        {
            return null;
        }

        if (shape.With is { } other && (around is null || !around.TryGetValue(other, out var beside) || beside is null))
        {
            return $"is taken together with '{other}' only";
        }

        return (shape.Type, value) switch
        {
            (Shape.Object, KomboMap map) => OfMembers(shape, map, walk),
            (Shape.Map, KomboMap map) => OfValues(shape.Items!, map, walk),
            (Shape.List, IReadOnlyList<object?> list) => OfList(shape, list, walk),
            (Shape.Choice, _) => OfChoice(shape.Choices!, value, walk),
            ("integer" or "number", _) when InputValue.IsNumber(value) => OfNumber(shape, value),
            (_, string text) => OfText(shape, text),
            _ => null,
        };
    }

    private static string? OfMembers(Shape shape, KomboMap map, Walk walk)
    {
        foreach (var pair in map)
        {
            if (shape.Members!.TryGetValue(pair.Key, out var member) && walk.At(pair.Key, pair.Key, () => Refusal(member, pair.Value, map, walk)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static string? OfValues(Shape shape, KomboMap map, Walk walk)
    {
        foreach (var pair in map)
        {
            if (walk.At(pair.Key, pair.Key, () => Refusal(shape, pair.Value, null, walk)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static string? OfList(Shape shape, IReadOnlyList<object?> list, Walk walk)
    {
        if (list.Count > shape.MaxItems)
        {
            return $"has {list.Count.ToString(CultureInfo.InvariantCulture)} values; the API takes {shape.MaxItems.Value.ToString(CultureInfo.InvariantCulture)}";
        }

        for (var index = 0; index < list.Count; index++)
        {
            var item = list[index];
            if (walk.At(Each, FormattableString.Invariant($"[{index}]"), () => Refusal(shape.Items!, item, null, walk)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>A value is refused if it fits none of the choices that are of its kind.</summary>
    private static string? OfChoice(IReadOnlyList<Shape> choices, object value, Walk walk)
    {
        string? first = null;
        var at = walk.Mark();
        foreach (var choice in choices.Where(choice => IsOfKind(choice, value)))
        {
            var refusal = Refusal(choice, value, null, walk);
            if (refusal is null)
            {
                walk.Reset(at);
                return null;
            }

            if (first is null)
            {
                first = refusal;
            }
            else
            {
                walk.Reset(at);
            }
        }

        return first;
    }

    private static bool IsOfKind(Shape shape, object value) => value switch
    {
        KomboMap map => shape.Type is Shape.Map || (shape.Type is Shape.Object && shape.Members!.All(member =>
            member.Value.Values is not { Count: 1 } constant || !map.TryGetValue(member.Key, out var content) || content is not string text || text == constant[0])),
        IReadOnlyList<object?> => shape.Type is Shape.List,
        string => shape.Type is not (Shape.Object or Shape.Map or Shape.List or "integer" or "number" or "boolean"),
        bool => shape.Type is "boolean",
        _ => shape.Type is "integer" or "number",
    };

    private static string? OfNumber(Shape shape, object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        string Must(decimal limit, string side) => $"is {InputValue.Text(value)}, and must be {side.Replace("#", limit.ToString(CultureInfo.InvariantCulture))}";
        return number < (double?)shape.Min ? Must(shape.Min!.Value, "# or more")
            : number > (double?)shape.Max ? Must(shape.Max!.Value, "# or less")
            : number <= (double?)shape.Above ? Must(shape.Above!.Value, "more than #")
            : null;
    }

    private static string? OfText(Shape shape, string text)
    {
        string Must(string said) => $"is {InputValue.Quote(text)}, and must be {said}";
        if (text.Length < shape.MinLength)
        {
            return "is empty";
        }

        if (text.Length > shape.MaxLength)
        {
            return $"has {text.Length.ToString(CultureInfo.InvariantCulture)} characters; the API takes {shape.MaxLength.Value.ToString(CultureInfo.InvariantCulture)}";
        }

        if (shape.Pattern is { } pattern && !Patterns.GetOrAdd(pattern, Compiled).IsMatch(text))
        {
            return Must(DescriptionOf(pattern) ?? $"of the form {pattern}");
        }

        return shape.Type switch
        {
            "email" when !IsEmail(text) => Must("an e-mail address"),
            "address" when !Uri.TryCreate(text, UriKind.Absolute, out _) => Must("a whole address, such as https://example.com/file.pdf"),
            "time" when !Time.IsMatch(text) => Must("a time of the day as HH:mm or HH:mm:ss, such as 08:30"),
            "day" or "date" or "moment" when !IsDate(text) => Must("a date as yyyy-MM-dd, such as 2026-12-24"),
            _ => null,
        };
    }

    /// <summary>The document's patterns are JavaScript's, where digits and letters are those of ASCII and an end is the end.</summary>
    private static Regex Compiled(string pattern) => new(Regex.Replace(pattern, @"\$$", "(?!.|\n)"), RegexOptions.ECMAScript);

    /// <summary>Only what can be none: the API's own rule is not documented.</summary>
    private static bool IsEmail(string text) =>
        text.IndexOf('@') is > 0 and var at && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);

    private static bool IsDate(string text) => text.Length >= 10
        && DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && (text.Length == 10 || text[10] is 'T' or 'Z');

    /// <summary>The parameter that gives a member, or the nearest one around it.</summary>
    private static string ParameterOf(IReadOnlyList<string> names, IReadOnlyList<OperationParameter> parameters)
    {
        for (var count = names.Count; count > 0; count--)
        {
            var whole = string.Join(".", names.Take(count).Where(name => name != Each));
            var inItem = string.Join(".", names.Take(count).SkipWhile(name => name != Each).Where(name => name != Each));
            var parameter = parameters.FirstOrDefault(one => one.Wire is BodyAttribute { Name: { } name } && name == whole && !one.IsMade)
                ?? parameters.FirstOrDefault(one => one.Wire is ItemAttribute { Name: { Length: > 0 } name } && name == inItem);
            if (parameter is not null)
            {
                return parameter.Name;
            }
        }

        return nameof(WriteCommand<object>.AdditionalField);
    }

    /// <summary>Where in a body the check stands.</summary>
    private sealed class Walk
    {
        private readonly List<(string Name, string Shown)> _steps = [];

        /// <summary>The names of the members that lead here; a list's entries are [].</summary>
        public IReadOnlyList<string> Names => _steps.Select(step => step.Name).ToArray();

        /// <summary>Makes a step, and stays there if something is wrong.</summary>
        public string? At(string name, string shown, Func<string?> check)
        {
            _steps.Add((name, shown));
            var refusal = check();
            if (refusal is null)
            {
                _steps.RemoveAt(_steps.Count - 1);
            }

            return refusal;
        }

        public int Mark() => _steps.Count;

        public void Reset(int mark) => _steps.RemoveRange(mark, _steps.Count - mark);

        public override string ToString() => string.Concat(_steps.Select((step, at) => at == 0 || step.Name == Each ? step.Shown : "." + step.Shown));
    }
}
