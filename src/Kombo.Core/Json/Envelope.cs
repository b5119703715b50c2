using System.Text;
using System.Text.Json;

namespace Kombo.Json;

/// <summary>Reads Kombo's envelope in one pass: <c>{"status": ..., "data": ..., "warnings": [...]}</c>, in any order.</summary>
internal static class Envelope
{
    /// <summary>Reads an answer whose data is one object.</summary>
    /// <exception cref="JsonException">The JSON is malformed or of another shape.</exception>
    public static Answer<T> ReadObject<T>(ReadOnlySpan<byte> json)
    {
        var answer = new Answer<T>();
        json = PlainJson.WithoutMark(json);
        var reader = new Utf8JsonReader(json, PlainJson.AnyDepth);
        Walk(ref reader, json, answer, listMember: null);
        return answer.HasData ? answer : throw new JsonException("The answer has no 'data'.");
    }

    /// <summary>Reads an answer whose data holds rows.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="listMember">The member of data that holds the rows.</param>
    /// <exception cref="JsonException">The JSON is malformed or of another shape.</exception>
    public static Answer<T> ReadList<T>(ReadOnlySpan<byte> json, string listMember)
    {
        var answer = new Answer<T>();
        json = PlainJson.WithoutMark(json);
        var reader = new Utf8JsonReader(json, PlainJson.AnyDepth);
        Walk(ref reader, json, answer, listMember);
        return answer.HasData ? answer : throw new JsonException($"The answer has no 'data' with a list '{listMember}'.");
    }

    /// <summary>True when the JSON is an object, fine as far as it goes, but ends too early; also when there is none at all.</summary>
    public static bool IsTruncated(ReadOnlySpan<byte> json)
    {
        foreach (var first in PlainJson.WithoutMark(json))
        {
            if (first is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                if (first != (byte)'{')
                {
                    return false;
                }

                break;
            }
        }

        var reader = new Utf8JsonReader(PlainJson.WithoutMark(json), isFinalBlock: false, new JsonReaderState(PlainJson.AnyDepth));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    return false;
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Walk<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Answer<T> answer, string? listMember)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "The answer is not a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"))
            {
                answer.Begin("data");
                reader.Read();
                if (typeof(T) == typeof(object) && IsTooDeep(reader))
                {
                    answer.Warnings.Add($"The answer is nested more than {PlainJson.MaxDepth} levels deep. Deeper values are kept as JSON text.");
                }

                if (listMember is null)
                {
                    answer.Data = ModelReader.Read<T>(ref reader, answer.SetAside);
                    answer.HasData = true;
                }
                else
                {
                    ReadRows(ref reader, json, answer, listMember);
                }
            }
            else if (reader.ValueTextEquals("warnings"))
            {
                reader.Read();
                ReadWarnings(ref reader, answer);
            }
            else if (reader.ValueTextEquals("status"))
            {
                reader.Read();
                answer.IsError |= reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("error");
                reader.Skip();
            }
            else if (reader.ValueTextEquals("error"))
            {
                reader.Read();
                answer.IsError |= reader.TokenType != JsonTokenType.Null;
                reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Nothing may follow; this also makes an answer that ends too early a malformed one.
        Expect(reader.TokenType == JsonTokenType.EndObject && !reader.Read(), "There is data after the end of the answer.");
    }

    private static void ReadRows<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Answer<T> answer, string listMember)
    {
        Expect(reader.TokenType == JsonTokenType.StartObject, "The answer's 'data' is not an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(listMember))
            {
                answer.Begin(listMember);
                reader.Read();
                Expect(reader.TokenType == JsonTokenType.StartArray, $"The answer's '{listMember}' is not a list.");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var row = typeof(T) == typeof(JsonRow)
                        ? (T?)(object?)JsonRow.Read(ref reader, json)
                        : ModelReader.Read<T>(ref reader, answer.SetAside);
                    Expect(row is not null, $"The answer's '{listMember}' has an empty row.");
                    answer.Rows.Add(row!);
                }

                answer.HasData = true;
            }
            else if (reader.ValueTextEquals("next"))
            {
                answer.Begin("next");
                reader.Read();
                ReadNext(ref reader, answer);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    /// <summary>The end of a list is null, or text without anything in it. A number is as good a cursor as text; anything else is neither.</summary>
    private static void ReadNext<T>(ref Utf8JsonReader reader, Answer<T> answer)
    {
        answer.Next = reader.TokenType switch
        {
            JsonTokenType.String => PlainJson.Text(ref reader) is { } next && !string.IsNullOrWhiteSpace(next) ? next : null,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
            _ => null,
        };
        answer.OddNext = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        reader.Skip();
    }

    /// <summary>Looks ahead, which costs little: values are skipped without being made.</summary>
    private static bool IsTooDeep(Utf8JsonReader reader)
    {
        for (var end = reader.CurrentDepth; reader.Read() && reader.CurrentDepth > end;)
        {
            if (reader.CurrentDepth >= PlainJson.MaxDepth && reader.TokenType is (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReadWarnings<T>(ref Utf8JsonReader reader, Answer<T> answer)
    {
        if (PlainJson.Read(ref reader) is not IEnumerable<object?> warnings)
        {
            return;
        }

        foreach (var warning in warnings)
        {
            var message = warning is IDictionary<string, object?> map && map.TryGetValue("message", out var text) ? text : warning;
            if (message is not null)
            {
                answer.Warnings.Add(message as string ?? PlainJson.ToText(message));
            }
        }
    }

    private static void Expect(bool condition, string message)
    {
        if (!condition)
        {
            throw new JsonException(message);
        }
    }
}

/// <summary>What an answer held.</summary>
/// <typeparam name="T">The kind of object or row.</typeparam>
internal sealed class Answer<T>
{
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <summary>The single object; unused for lists.</summary>
    public T? Data { get; set; }

    /// <summary>The rows of a list.</summary>
    public List<T> Rows { get; } = [];

    /// <summary>The cursor of the next page; null on the last.</summary>
    public string? Next { get; set; }

    /// <summary>What stood where the cursor of the next page should be, in words; null when that was a cursor or none.</summary>
    public string? OddNext { get; set; }

    /// <summary>The texts of the answer's warnings.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Members whose shape was not the documented one.</summary>
    public SortedSet<string> SetAside { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the documented data was there.</summary>
    public bool HasData { get; set; }

    /// <summary>Whether the answer is an error in spite of its status.</summary>
    public bool IsError { get; set; }

    /// <summary>Notes that a member is read. There twice, one of them would be lost, or end a list that goes on.</summary>
    /// <exception cref="JsonException">It has been read before.</exception>
    public void Begin(string member)
    {
        if (!_begun.Add(member))
        {
            throw new JsonException($"It contains '{member}' twice.");
        }
    }
}
