using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Numerics;
using System.Security;
using System.Text;
using System.Xml;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Looks at values from outside: takes off what PowerShell wraps around them, and says in plain words what they are.
/// Nothing here follows a value inwards, so a list that contains itself is only a list.
/// </summary>
internal static class InputValue
{
    /// <summary>The most values that one list may give. Whoever enumerates without an end comes to one.</summary>
    public const int MostItems = 1_000_000;

    private const int LongestShown = 60;
    private const int LongestPath = 400;

    /// <summary>
    /// The value itself: without a wrapper, null for the NULL of a database and for the output of a command that wrote
    /// nothing, and the text of an XML element that holds nothing else. Custom objects stay as they are.
    /// </summary>
    public static object? Of(object? input)
    {
        // The output of no output looks like a custom object without properties.
        if (ReferenceEquals(input, AutomationNull.Value))
        {
            return null;
        }

        var value = input is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : input;
        return value switch
        {
            DBNull => null,
            XmlNode node when IsText(node) => node.InnerText,
            _ => value,
        };
    }

    /// <summary>True for several values, as opposed to text, hashtables and other single values that can be enumerated, too.</summary>
    public static bool IsList(object? value) => value is IEnumerable and not (string or IDictionary or KomboObject or XmlNode);

    /// <summary>True for null and for text without any character to see: what an empty cell of a file is.</summary>
    public static bool IsBlank(object? input) => Of(input) is var value && (value is null || (value is string text && string.IsNullOrWhiteSpace(text)));

    /// <summary>True for an object of this module, also one that comes from a file or another session.</summary>
    public static bool IsModel(object? value) => ModelOf(value) is not null;

    /// <summary>The name of the model that an object of this module is of, also one from a file or another session; null for other objects.</summary>
    public static string? ModelOf(object? input)
    {
        const string Deserialized = "Deserialized.Kombo.Models.";
        return (input is PSObject wrapper ? wrapper.BaseObject : input) is KomboObject model ? model.GetType().Name
            : input is PSObject custom && custom.TypeNames.FirstOrDefault(name => name.StartsWith(Deserialized, StringComparison.Ordinal)) is { } type ? type.Substring(Deserialized.Length)
            : null;
    }

    /// <summary>True for the number types of .NET.</summary>
    public static bool IsNumber(object? value) =>
        value is int or long or double or decimal or short or byte or sbyte or ushort or uint or ulong or float or BigInteger;

    /// <summary>The items of a list.</summary>
    /// <exception cref="FormatException">There are too many, or the list cannot be read.</exception>
    public static List<object?> Items(IEnumerable list) => Each(list).ToList();

    /// <summary>The items of a list, one by one.</summary>
    /// <exception cref="FormatException">There are too many, or the list cannot be read.</exception>
    public static IEnumerable<object?> Each(IEnumerable list)
    {
        var items = Foreign(list.GetEnumerator);
        for (var count = 0; Foreign(items.MoveNext); count++)
        {
            if (count == MostItems)
            {
                throw new FormatException($"The list has more than {MostItems.ToString("N0", CultureInfo.InvariantCulture)} values.");
            }

            yield return Foreign(() => items.Current);
        }
    }

    /// <summary>The value of a property of a foreign object, whose code can fail.</summary>
    /// <exception cref="FormatException">It did.</exception>
    public static object? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (Exception failure) when (IsForeign(failure))
        {
            throw new FormatException($"The property {Shortened(property.Name)} cannot be read: {Shortened((failure.InnerException ?? failure).Message)}");
        }
    }

    /// <summary>A number in the invariant form, whole ones without decimals.</summary>
    public static string Text(object number) => ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture);

    /// <summary>What a value is, in words of PowerShell's users. Texts are shortened.</summary>
    public static string Describe(object? input)
    {
        var value = Of(input);
        return value switch
        {
            null => "null",
            string text => $"the text {Quote(text)}",
            bool flag => flag ? "the value true" : "the value false",
            SwitchParameter flag => flag.ToBool() ? "the value true" : "the value false",
            char character => $"the text {Quote(character.ToString())}",
            _ when IsNumber(value) => $"the number {Shortened(Text(value))}",
            DateTime or DateTimeOffset => $"the time {Time(value)}",
            Guid or Version or Uri or TimeSpan or Enum => $"the value {Quote(value.ToString() ?? "")}",
            KomboObject => $"{Article(value.GetType().Name)} object",
            PSObject custom => Custom(custom),
            IDictionary map => $"a hashtable with {Count(map.Count, "key")}",
            XmlNode node => $"the XML element {Quote(node.Name)} with others inside",
            ScriptBlock => "a script block",
            SecureString => "a secure string",
            PSCredential => "a credential",
            byte[] bytes => Count(bytes.Length, "byte"),
            ICollection list => $"a list of {Count(list.Count, "value")}",
            IEnumerable => "a list",
            FileSystemInfo file => $"the file {Quote(file.Name)}",
            _ => $"{Article(value.GetType().Name.Split('`')[0])} object",
        };
    }

    /// <summary>A text in quotes: shortened, and with escapes for what cannot be seen or is half a character.</summary>
    public static string Quote(string text) => $"'{Shortened(text)}'";

    /// <summary>A path in quotes, which has more characters that matter than other texts.</summary>
    public static string QuotePath(string path) => $"'{Shortened(path, LongestPath)}'";

    /// <summary>A text as errors may show it.</summary>
    public static string Shortened(string text, int longest = LongestShown)
    {
        var shown = new StringBuilder();
        for (var index = 0; index < text.Length && index < longest; index++)
        {
            var character = text[index];
            var isHalf = IsHalf(text, index);
            if (isHalf || (char.IsControl(character) && character is not '\n'))
            {
                shown.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(character);
            }
        }

        if (text.Length > longest)
        {
            shown.Append("... (").Append(text.Length.ToString("N0", CultureInfo.InvariantCulture)).Append(" characters)");
        }

        return shown.ToString();
    }

    /// <summary>
    /// The text, unless it has half a character in it, which nothing can carry to the API, or the one that stands for what
    /// could not be read: a name with that in it is nobody's.
    /// </summary>
    /// <exception cref="FormatException">It has.</exception>
    public static string Whole(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\uFFFD')
            {
                throw new FormatException($"{Quote(text)} has a character that could not be read at position {(index + 1).ToString(CultureInfo.InvariantCulture)} (U+FFFD). The file has a different encoding. Use Import-Csv -Encoding, such as -Encoding 1252 for a file from Excel.");
            }

            if (char.IsSurrogate(text[index]) && IsHalf(text, index))
            {
                throw new FormatException($"{Quote(text)} has half a character at position {(index + 1).ToString(CultureInfo.InvariantCulture)} (a surrogate without its other half). Was the text cut, or read in a wrong encoding?");
            }
        }

        return text;
    }

    /// <summary>A name with the article that English gives it.</summary>
    public static string Article(string name) => (name.Length > 0 && name[0] is 'A' or 'E' or 'I' or 'O' or 'U' ? "an " : "a ") + name;

    /// <summary>True for failures of foreign code. What ends the pipeline or the process is none.</summary>
    public static bool IsForeign(Exception failure) =>
        failure is not (FormatException or KomboException or PipelineStoppedException or OutOfMemoryException or OperationCanceledException);

    private static TResult Foreign<TResult>(Func<TResult> call)
    {
        try
        {
            return call();
        }
        catch (Exception failure) when (IsForeign(failure))
        {
            throw new FormatException($"The list cannot be read: {Shortened(failure.Message)}");
        }
    }

    private static bool IsHalf(string text, int index) =>
        (char.IsHighSurrogate(text[index]) && !(index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])))
        || (char.IsLowSurrogate(text[index]) && !(index > 0 && char.IsHighSurrogate(text[index - 1])));

    private static bool IsText(XmlNode node)
    {
        if (node is XmlDocument)
        {
            return false;
        }

        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is XmlElement)
            {
                return false;
            }
        }

        return true;
    }

    private static string Custom(PSObject custom)
    {
        const string Deserialized = "Deserialized.";
        var type = custom.TypeNames.FirstOrDefault() ?? "";
        return type.StartsWith(Deserialized, StringComparison.Ordinal)
            ? $"{Article(Shortened(type.Substring(type.LastIndexOf('.') + 1)))} object from a file or another session"
            : "a custom object";
    }

    private static string Time(object time) => ((IFormattable)time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";
}
