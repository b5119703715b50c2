using System.Globalization;
using System.Text.RegularExpressions;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>Throws if a value of a request body is not what it must be.</summary>
/// <param name="value">The value.</param>
/// <param name="path">Where it is, for the message.</param>
internal delegate void Check(object? value, string path);

/// <summary>A member of an object in a request body.</summary>
internal sealed record Member(string Name, bool Required, Check Check);

/// <summary>The kinds of values in request bodies.</summary>
internal static class Must
{
    private static readonly Regex DateForm = new(@"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?$", RegexOptions.CultureInvariant);

    private static readonly Regex TimeForm = new(@"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$", RegexOptions.CultureInvariant);

    private static readonly Regex MailForm = new(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.CultureInvariant);

    public static Check Any { get; } = (_, _) => { };

    public static Check Text { get; } = (value, path) => That(value is string, path, "a text");

    public static Check FilledText { get; } = (value, path) => That(value is string { Length: > 0 }, path, "a text that is not empty");

    public static Check Boolean { get; } = (value, path) => That(value is bool, path, "true or false");

    public static Check Number { get; } = (value, path) => That(value is long or double or decimal, path, "a number");

    public static Check NotNegative { get; } = (value, path) =>
        That(value is long or double or decimal && Convert.ToDouble(value, CultureInfo.InvariantCulture) >= 0, path, "a number of at least 0");

    public static Check Date { get; } = (value, path) =>
        That(value is string text && IsDate(text), path, "a date (yyyy-MM-dd) or a moment in UTC (yyyy-MM-ddTHH:mm:ss.fffZ)");

    public static Check Time { get; } = (value, path) =>
        That(value is string text && TimeForm.IsMatch(text), path, "a time (HH:mm or HH:mm:ss)");

    public static Check Mail { get; } = (value, path) => That(value is string text && MailForm.IsMatch(text), path, "an e-mail address");

    public static Check Link { get; } = (value, path) =>
        That(value is string text && Uri.TryCreate(text, UriKind.Absolute, out _), path, "an absolute address");

    public static Check Map { get; } = (value, path) => That(value is KomboMap, path, "an object");

    public static Check OneOf(params string[] values) => (value, path) =>
        That(value is string text && values.Contains(text), path, $"one of {string.Join(", ", values)}");

    /// <summary>A text of this form.</summary>
    public static Check Like(string form) => (value, path) =>
        That(value is string text && Regex.IsMatch(text, form, RegexOptions.CultureInvariant), path, $"a text like {form}");

    /// <summary>A text of so many characters at most.</summary>
    public static Check UpTo(int length) => (value, path) =>
        That(value is string text && text.Length <= length, path, $"a text of {length} characters at most");

    /// <summary>A whole number between two, both included.</summary>
    public static Check Whole(int low, int high) => (value, path) =>
        That(
            value is long or double or decimal && Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && number >= low && number <= high && number % 1 == 0,
            path,
            $"a whole number from {low} to {high}");

    public static Check Either(params Check[] checks) => (value, path) =>
    {
        foreach (var check in checks)
        {
            try
            {
                check(value, path);
                return;
            }
            catch (SandboxException)
            {
                // The next one may fit.
            }
        }

        That(false, path, "of another kind");
    };

    public static Check Null(Check check) => (value, path) =>
    {
        if (value is not null)
        {
            check(value, path);
        }
    };

    public static Check ListOf(Check check) => (value, path) =>
    {
        That(value is KomboList<object?>, path, "an array");
        var index = 0;
        foreach (var item in (KomboList<object?>)value!)
        {
            check(item, string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", path, index++));
        }
    };

    public static Check MapOf(Check check) => (value, path) =>
    {
        Map(value, path);
        foreach (var entry in (KomboMap)value!)
        {
            check(entry.Value, Join(path, entry.Key));
        }
    };

    /// <summary>An object with exactly these members.</summary>
    public static Check Be(params Member[] members) => (value, path) =>
    {
        Map(value, path);
        var map = (KomboMap)value!;
        foreach (var key in map.Keys)
        {
            if (!members.Any(member => member.Name == key))
            {
                throw SandboxException.Invalid($"The body has an unknown member '{Join(path, key)}'.");
            }
        }

        foreach (var member in members)
        {
            if (map.TryGetValue(member.Name, out var content))
            {
                member.Check(content, Join(path, member.Name));
            }
            else if (member.Required)
            {
                throw SandboxException.Invalid($"The body lacks the member '{Join(path, member.Name)}'.");
            }
        }
    };

    public static Member Have(string name, Check check) => new(name, true, check);

    public static Member May(string name, Check check) => new(name, false, check);

    /// <summary>The tool-specific part of a body.</summary>
    public static Member RemoteFields { get; } = May("remote_fields", Map);

    /// <summary>The members of a file: a name, and either base64 data with a content type or an address.</summary>
    public static Check File(params Member[] more)
    {
        Member[] members = [Have("name", FilledText), May("content_type", Text), May("data", Text), May("data_url", Link)];
        var shape = Be([.. members, .. more]);
        return (value, path) =>
        {
            shape(value, path);
            var file = (KomboMap)value!;
            if (file.ContainsKey("data") == file.ContainsKey("data_url"))
            {
                throw SandboxException.Invalid($"The file '{path}' must have either 'data' or 'data_url'.");
            }

            if (file.TryGetValue("data", out var data))
            {
                That(file.ContainsKey("content_type"), Join(path, "content_type"), "there when 'data' is");
                That(IsBase64((string)data!), Join(path, "data"), "base64");
            }
        };
    }

    /// <summary>A file with its kind.</summary>
    public static Check Attachment { get; } = File(Have("type", OneOf("CV", "COVER_LETTER", "OTHER")));

    public static bool IsDate(string text) =>
        DateForm.IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

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

    private static void That(bool holds, string path, string expected)
    {
        if (!holds)
        {
            throw SandboxException.Invalid($"'{path}' must be {expected}.");
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
