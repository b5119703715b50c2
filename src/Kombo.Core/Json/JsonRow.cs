using System.Text;
using System.Text.Json;
using Kombo.Models;

namespace Kombo.Json;

/// <summary>A row of a list as the JSON that it came as, with every digit and member: for those who keep it somewhere else.</summary>
public sealed class JsonRow
{
    /// <summary>A row.</summary>
    /// <param name="utf8">The JSON of one object.</param>
    public JsonRow(ReadOnlyMemory<byte> utf8) => Utf8 = utf8;

    /// <summary>The JSON of the object, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Reads the row into a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <returns>The object; what its properties cannot hold is in its AdditionalData.</returns>
    /// <exception cref="JsonException">It is another kind of object.</exception>
    public T As<T>()
        where T : KomboObject, new()
    {
        var reader = new Utf8JsonReader(Utf8.Span, PlainJson.AnyDepth);
        reader.Read();
        return ModelReader.Read<T>(ref reader, new HashSet<string>())!;
    }

    /// <summary>The JSON.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.ToArray());

    /// <summary>The row that the reader stands on; null for a JSON null.</summary>
    /// <exception cref="JsonException">It is not an object.</exception>
    internal static JsonRow? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var start = reader.TokenType == JsonTokenType.StartObject ? (int)reader.TokenStartIndex : throw new JsonException("An object was expected.");
        reader.Skip();
        return new JsonRow(json.Slice(start, (int)reader.BytesConsumed - start).ToArray());
    }
}
