using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kombo.Models;

namespace Kombo.Json;

/// <summary>
/// Turns JSON into plain .NET values and back: <see cref="KomboMap"/>, <see cref="KomboList{T}"/>, text, Boolean, numbers, null.
/// </summary>
public static class PlainJson
{
    /// <summary>How deep a value may be nested, in both directions. What an answer nests deeper is kept as JSON text.</summary>
    public const int MaxDepth = 256;

    /// <summary>For readers whose values this class reads: nothing that a server nests may cost more than itself.</summary>
    internal static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>The encoder takes a while to make: a process that only reads does without.</summary>
    private static JsonWriterOptions Written(bool indented = false) => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth, Indented = indented };

    /// <summary>Reads the value the reader stands on.</summary>
    /// <param name="reader">A reader on the first token of a value; afterwards on its last.</param>
    /// <returns>The plain value; null for a JSON null.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static object? Read(ref Utf8JsonReader reader) => Read(ref reader, MaxDepth, keepsDeeper: true);

    /// <summary>Reads the value the reader stands on.</summary>
    /// <param name="reader">A reader on the first token of a value; afterwards on its last.</param>
    /// <param name="deepest">The depth from which on lists and objects are not read.</param>
    /// <param name="keepsDeeper">Whether those are kept as JSON text.</param>
    /// <returns>The plain value; null for a JSON null.</returns>
    /// <exception cref="JsonException">The JSON is malformed, or deeper than it may be.</exception>
    internal static object? Read(ref Utf8JsonReader reader, int deepest, bool keepsDeeper)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return Text(ref reader);
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.StartArray or JsonTokenType.StartObject when reader.CurrentDepth >= deepest:
                return keepsDeeper ? RawText(ref reader) : throw new JsonException("The value is nested too deep.");
            case JsonTokenType.StartArray:
                var list = new KomboList<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(Read(ref reader, deepest, keepsDeeper));
                }

                return list;
            case JsonTokenType.StartObject:
                var map = new KomboMap();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = Text(ref reader)!;
                    reader.Read();
                    map[key] = Read(ref reader, deepest, keepsDeeper);
                }

                return map;
            default:
                throw new JsonException($"Unexpected JSON token {reader.TokenType}.");
        }
    }

    /// <summary>Writes a plain value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">
    /// Null, text, Boolean, a number, <see cref="DateTime"/>, a dictionary with text keys, or a sequence of such values.
    /// </param>
    /// <exception cref="ArgumentException">The value, or one inside it, is of another type.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        if (writer is null)
        {
            throw new ArgumentNullException(nameof(writer));
        }

        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or long or short or byte or sbyte or ushort or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case float or double:
                var real = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                if (double.IsNaN(real) || double.IsInfinity(real))
                {
                    throw new ArgumentException($"{real} cannot be written as a JSON number.", nameof(value));
                }

                writer.WriteNumberValue(real);
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            case DateTime time:
                writer.WriteStringValue(KomboTime.Format(time));
                break;
            case IDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var entry in map)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable sequence:
                writer.WriteStartArray();
                foreach (var item in sequence)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A value of type {value.GetType().Name} cannot be sent as JSON.", nameof(value));
        }
    }

    /// <summary>The value as JSON text.</summary>
    /// <param name="value">See <see cref="Write"/>.</param>
    /// <param name="indented">Whether to break lines.</param>
    /// <returns>The text.</returns>
    public static string ToText(object? value, bool indented = false) => Encoding.UTF8.GetString(ToBytes(value, indented));

    /// <summary>The value as UTF-8 JSON.</summary>
    /// <param name="value">See <see cref="Write"/>.</param>
    /// <param name="indented">Whether to break lines.</param>
    /// <returns>The bytes.</returns>
    public static byte[] ToBytes(object? value, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Written(indented)))
        {
            Write(writer, value);
        }

        return stream.ToArray();
    }

    /// <summary>The values as UTF-8 JSON, one a line (NDJSON).</summary>
    /// <param name="values">See <see cref="Write"/>.</param>
    /// <returns>The bytes; every line ends with a line feed.</returns>
    public static byte[] ToLines(IEnumerable values)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, Written());
        foreach (var value in values ?? throw new ArgumentNullException(nameof(values)))
        {
            Write(writer, value);
            writer.Flush();
            stream.WriteByte((byte)'\n');
            writer.Reset();
        }

        return stream.ToArray();
    }

    /// <summary>Reads a whole JSON text, which need not be one.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="value">The plain value; null when the text is no JSON.</param>
    /// <returns>False when the text is no JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> json, out object? value)
    {
        try
        {
            value = Parse(json);
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>Reads JSON text.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <returns>The plain value.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static object? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(WithoutMark(json), AnyDepth);
        if (!reader.Read())
        {
            throw new JsonException("There is no JSON.");
        }

        var value = Read(ref reader);
        if (reader.Read())
        {
            throw new JsonException("There is data after the end of the JSON.");
        }

        return value;
    }

    /// <summary>Reads text that is to be sent as the JSON it is: numbers keep all their digits, and members their order.</summary>
    /// <param name="json">A JSON object or list.</param>
    /// <returns>A value that <see cref="Write"/> writes.</returns>
    /// <exception cref="FormatException">It is malformed, neither of the two, or nested too deep.</exception>
    public static object Document(string json)
    {
        try
        {
            using var document = JsonDocument.Parse((json ?? throw new ArgumentNullException(nameof(json))).Trim('\uFEFF'), new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? document.RootElement.Clone()
                : throw new FormatException("The text is JSON, but neither an object nor a list.");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"The text is not JSON: {failure.Message}");
        }
    }

    /// <summary>The JSON without the byte order mark that some servers put in front.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) =>
        json.Length >= 3 && json[0] == 0xEF && json[1] == 0xBB && json[2] == 0xBF ? json.Slice(3) : json;

    /// <summary>The text or name the reader stands on. What is not valid Unicode becomes U+FFFD: a broken character must not cost the answer.</summary>
    internal static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Decoding replaces wrong bytes, and encoding halves of characters. JSON's escapes are among those of a pattern.
            var text = Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Regex.Unescape(text)));
        }
    }

    /// <summary>The list or object the reader stands on as JSON text. It takes time in proportion to its length, however deep it is.</summary>
    private static string RawText(ref Utf8JsonReader reader)
    {
        using var text = new MemoryStream();
        var depth = reader.CurrentDepth;
        var isFirst = true;
        while (true)
        {
            var token = reader.TokenType;
            var isEnd = token is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (!isFirst && !isEnd)
            {
                text.WriteByte((byte)',');
            }

            var isText = token is JsonTokenType.String or JsonTokenType.PropertyName;
            var value = isText ? (byte[])[(byte)'"', .. reader.ValueSpan, (byte)'"'] : reader.ValueSpan.ToArray();
            text.Write(value, 0, value.Length);
            if (token == JsonTokenType.PropertyName)
            {
                text.WriteByte((byte)':');
            }

            isFirst = token is JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray;
            if ((isEnd && reader.CurrentDepth == depth) || !reader.Read())
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    /// <summary>
    /// Whole numbers become <see cref="long"/>, others <see cref="double"/>, and what a double would round
    /// <see cref="decimal"/>; what none can hold stays text. Digits are never lost.
    /// </summary>
    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
        {
            return whole;
        }

        if (JsonNumber.IsShort(reader.ValueSpan))
        {
            return reader.GetDouble();
        }

        var text = Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
        return JsonNumber.ToDouble(text) ?? JsonNumber.ToDecimal(text) ?? (object)text;
    }
}
