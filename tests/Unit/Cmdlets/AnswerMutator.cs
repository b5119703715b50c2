using System.Text;
using System.Text.Json;

namespace Kombo.Tests;

/// <summary>Breaks JSON by chance, in the ways that servers, gateways and new versions do: the same seed breaks it the same way.</summary>
internal static class AnswerMutator
{
    private static readonly string[] OddValues =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1e-400", "123456789012345678901234567890", "9223372036854775808",
        "0.1234567890123456789012345678901", "12345678901234567890123456789012345678901234567890e-20",
        "\"\"", "\" \"", "\"x\"", "\"2026-13-45\"", "\"2026-01-31T08:00:00+02:00\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"NaN\"", "\"1e400\"",
        "\"\\ud800\"", "\"\\udfff\\u0000\"", "\"\\u202e\\ufeff\"", "\"\uD83D\uDE00\"", "\"\\\"'$(x)\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[1,\"x\",null]", "{\"id\":null}", "{\"\":{}}", "{\"id\":[],\"results\":[null],\"data\":{}}",
        "undefined", "NaN", "'x'", "// no", "01", "+1", ".5", "\"\\x\"", "\"\n\"", "", ",", "}", "]",
    ];

    private static readonly string[] OddNames =
        ["", " ", "id", "data", "results", "next", "employee_id", "additional_data", "unknown_members", "$type", "$id", "$ref", "a.b", "a['b']", "a]b", "\\ud800", "\\u0000", "\uD83D\uDE00", "ID", "Id", "__proto__", "to_string"];

    /// <summary>The answer with one to three things broken.</summary>
    public static byte[] Mutate(byte[] json, Random random)
    {
        var count = random.Next(1, 4);
        for (var step = 0; step < count; step++)
        {
            json = Step(json, random);
        }

        return json;
    }

    private static byte[] Step(byte[] json, Random random)
    {
        var places = Places(json);
        if (places.Count == 0)
        {
            return json;
        }

        var place = places[random.Next(places.Count)];
        switch (random.Next(12))
        {
            case 0:
                return json[..random.Next(json.Length + 1)];
            case 1:
                var flipped = json.ToArray();
                flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
                return flipped;
            case 2:
                return Replace(json, place.Start, place.End, Deep(random));
            case 3:
                var other = places[random.Next(places.Count)];
                return Replace(json, place.Start, place.End, Encoding.UTF8.GetString(json, other.Start, other.End - other.Start));
            case 4 when place.Name >= 0:
                var name = OddNames[random.Next(OddNames.Length)];
                return Replace(json, place.Name, place.Start, $"\"{name}\":");
            case 5 when place.Name >= 0:
                // The member twice, with two values.
                var member = Encoding.UTF8.GetString(json, place.Name, place.Start - place.Name);
                return Replace(json, place.Name, place.Name, $"{member}{OddValues[random.Next(OddValues.Length)]},");
            case 6 when place.Name >= 0:
                return Replace(json, place.Name, place.Name, $"\"{OddNames[random.Next(OddNames.Length)]}\":{(random.Next(2) == 0 ? Deep(random) : OddValues[random.Next(36)])},");
            case 7 when place.Name >= 0:
                // Without the member.
                return Replace(json, place.Name, place.End, "\"gone\":null");
            default:
                return Replace(json, place.Start, place.End, OddValues[random.Next(OddValues.Length)]);
        }
    }

    private static string Deep(Random random)
    {
        var depth = new[] { 60, 70, 250, 300, 3_000 }[random.Next(5)];
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"id\":", depth)) + "1" + new string('}', depth);
    }

    private static byte[] Replace(byte[] json, int start, int end, string text) => [.. json[..start], .. Encoding.UTF8.GetBytes(text), .. json[end..]];

    /// <summary>Where every value is, and for members the beginning of their name; as far as the JSON can be read.</summary>
    private static List<(int Name, int Start, int End)> Places(byte[] json)
    {
        var places = new List<(int Name, int Start, int End)>();
        var open = new Stack<(int Name, int Start)>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var name = -1;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = (int)reader.TokenStartIndex;
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((name, (int)reader.TokenStartIndex));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var (itsName, start) = open.Pop();
                        places.Add((itsName, start, (int)reader.BytesConsumed));
                        break;
                    default:
                        places.Add((name, (int)reader.TokenStartIndex, (int)reader.BytesConsumed));
                        break;
                }

                name = -1;
            }
        }
        catch (JsonException)
        {
            // Broken before: what comes first can still be broken again.
        }

        return places;
    }
}
