using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The limits that the API documents for members of bodies: what they may look like, how long and how large they may be, and
/// which go together. They are checked for every body in one place, wherever a member comes from. BodyLimits.tsv has them.
/// </summary>
internal static class BodyLimits
{
    private const string Resource = "Kombo.PowerShell.BodyLimits.tsv";
    private const string Each = "[]";

    private static readonly Lazy<ILookup<string, Limit>> Known = new(Read);

    /// <summary>All limits by operation, such as <c>POST hris/absences</c>.</summary>
    internal static ILookup<string, Limit> All => Known.Value;

    /// <summary>Refuses a body that the API would refuse.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">The cmdlet's parameters, one of which the error names.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="KomboException">A member is outside a limit; the exception names its parameter.</exception>
    public static void Check(KomboOperationAttribute operation, IReadOnlyList<OperationParameter> parameters, KomboMap body)
    {
        foreach (var limit in All[$"{operation.Method} {operation.Path}"])
        {
            foreach (var (path, value) in Values(body, limit.Path, 0, ""))
            {
                if (value is not null && limit.Refusal(value, body) is { } refusal)
                {
                    throw KomboException.InvalidInput(ParameterOf(limit.Member, parameters), $"'{path}' {refusal}.");
                }
            }
        }
    }

    private static ILookup<string, Limit> Read()
    {
        using var reader = new StreamReader(typeof(BodyLimits).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing."));
        return reader.ReadToEnd()
            .Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToLookup(cells => cells[0], cells => new Limit(cells[1], cells[2], cells[3], cells[4]), StringComparer.Ordinal);
    }

    /// <summary>The values at a path, each with the path that leads to it.</summary>
    private static IEnumerable<(string Path, object? Value)> Values(object? value, string[] path, int depth, string walked)
    {
        if (depth == path.Length)
        {
            yield return (walked, value);
        }
        else if (path[depth] == Each)
        {
            var items = value as IReadOnlyList<object?> ?? [];
            for (var index = 0; index < items.Count; index++)
            {
                foreach (var found in Values(items[index], path, depth + 1, FormattableString.Invariant($"{walked}[{index}]")))
                {
                    yield return found;
                }
            }
        }
        else if (value is KomboMap map && map.TryGetValue(path[depth], out var inner))
        {
            foreach (var found in Values(inner, path, depth + 1, walked.Length == 0 ? path[depth] : $"{walked}.{path[depth]}"))
            {
                yield return found;
            }
        }
    }

    /// <summary>The parameter that gives a member, or the nearest one around it.</summary>
    private static string ParameterOf(string member, IReadOnlyList<OperationParameter> parameters)
    {
        for (var name = member.Replace(Each, ""); name.Length > 0; name = name.Contains('.') ? name.Substring(0, name.LastIndexOf('.')) : "")
        {
            if (parameters.FirstOrDefault(parameter => parameter.Wire is MemberAttribute && parameter.Wire.Name == name && !parameter.IsMade) is { } parameter)
            {
                return parameter.Name;
            }
        }

        return nameof(WriteCommand<object>.AdditionalField);
    }

    /// <summary>One limit of one member.</summary>
    internal sealed class Limit
    {
        private readonly string _rule;
        private readonly string _value;
        private readonly string _said;
        private readonly Regex? _pattern;
        private readonly double _number;

        public Limit(string member, string rule, string value, string said)
        {
            Member = member;
            Path = member.Split('.').SelectMany(part => part.EndsWith(Each, StringComparison.Ordinal) ? new[] { part.Substring(0, part.Length - Each.Length), Each } : [part]).ToArray();
            _rule = rule;
            _value = value;
            _said = said;

            // The document's patterns are JavaScript's, where digits and letters are those of ASCII and an end is the end.
            _pattern = rule == "pattern" ? new Regex(Regex.Replace(value, @"\$$", "(?!.|\n)"), RegexOptions.ECMAScript) : null;
            _number = rule is "pattern" or "with" or "email" or "address" ? 0 : double.Parse(value, CultureInfo.InvariantCulture);
        }

        /// <summary>The member, with dots between levels and [] for each item of a list.</summary>
        public string Member { get; }

        /// <summary>Its parts.</summary>
        public string[] Path { get; }

        /// <summary>What is wrong with a value, to follow the member's name; null when nothing is.</summary>
        public string? Refusal(object value, KomboMap body) => _rule switch
        {
            "pattern" => value is string text && !_pattern!.IsMatch(text) ? $"is {InputValue.Quote(text)}, and must be {_said}" : null,
            "email" => value is string text && !IsEmail(text) ? $"is {InputValue.Quote(text)}, and must be an e-mail address" : null,
            "address" => value is string text && !Uri.TryCreate(text, UriKind.Absolute, out _) ? $"is {InputValue.Quote(text)}, and must be a whole address, such as https://example.com/file.pdf" : null,
            "shortest" => value is string text && text.Length < _number ? "is empty" : null,
            "longest" => value is string text && text.Length > _number ? $"has {text.Length.ToString(CultureInfo.InvariantCulture)} characters; the API takes {_value}" : null,
            "items" => value is IReadOnlyList<object?> list && list.Count > _number ? $"has {list.Count.ToString(CultureInfo.InvariantCulture)} values; the API takes {_value}" : null,
            "min" => Number(value) is { } number && number < _number ? $"is {InputValue.Text(value)}, and must be {_value} or more" : null,
            "max" => Number(value) is { } number && number > _number ? $"is {InputValue.Text(value)}, and must be {_value} or less" : null,
            "above" => Number(value) is { } number && number <= _number ? $"is {InputValue.Text(value)}, and must be more than {_value}" : null,
            "with" => body.TryGetValue(_value, out var other) && other is not null ? null : $"is taken together with '{_value}' only",
            _ => throw new InvalidOperationException($"There is no rule {_rule}."),
        };

        private static double? Number(object value) => InputValue.IsNumber(value) ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

        /// <summary>Only what can be none: the API's own rule is not documented.</summary>
        private static bool IsEmail(string text) =>
            text.IndexOf('@') is > 0 and var at && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);
    }
}
