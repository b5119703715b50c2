using System.Text.Json;
using Kombo.Models;

namespace Kombo.Json;

/// <summary>Reads one object of an answer: into a model, or into plain values where <typeparamref name="T"/> is object.</summary>
/// <typeparam name="T">A model class, or <see cref="object"/>.</typeparam>
internal static class ItemReader<T>
{
    /// <summary>More than this many unreadable members, and the object is another one than documented.</summary>
    private const int MostSetAside = 20;

    /// <summary>Reads the value the reader stands on; afterwards the reader is on its last token.</summary>
    /// <param name="reader">A reader over the whole answer.</param>
    /// <param name="json">The whole answer.</param>
    /// <param name="setAside">Receives the members that were kept untyped because their shape is not the documented one.</param>
    /// <exception cref="JsonException">The JSON is malformed, or not an object of this kind.</exception>
    public static T? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ISet<string> setAside)
    {
        if (typeof(T) == typeof(object))
        {
            return (T?)PlainJson.Read(ref reader);
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var item = json.Slice(start, (int)reader.BytesConsumed - start);
        try
        {
            return JsonSerializer.Deserialize(item, ModelJson<T>.Info);
        }
        catch (JsonException failure) when (TopLevelMember(failure.Path) is not null)
        {
            return ReadUntyped(item, failure, setAside);
        }
    }

    /// <summary>One odd member must not cost the row: it is kept as a plain value, and the rest is read as documented.</summary>
    private static T? ReadUntyped(ReadOnlySpan<byte> json, JsonException failure, ISet<string> setAside)
    {
        var odd = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (true)
        {
            if (TopLevelMember(failure.Path) is not { } name || odd.Count == MostSetAside || odd.ContainsKey(name))
            {
                throw failure;
            }

            odd.Add(name, null);
            var rest = Without(json, odd);
            try
            {
                var item = JsonSerializer.Deserialize(rest, ModelJson<T>.Info);
                if (item is not KomboObject known)
                {
                    throw failure;
                }

                known.UnknownMembers ??= new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var entry in odd)
                {
                    known.UnknownMembers[entry.Key] = entry.Value;
                    setAside.Add(entry.Key);
                }

                return item;
            }
            catch (JsonException next)
            {
                failure = next;
            }
        }
    }

    /// <summary>The object without some of its members, whose plain values are put into <paramref name="odd"/>.</summary>
    private static byte[] Without(ReadOnlySpan<byte> json, Dictionary<string, object?> odd)
    {
        var rest = new MemoryStream(json.Length);
        var reader = new Utf8JsonReader(json, PlainJson.AnyDepth);
        reader.Read();
        rest.WriteByte((byte)'{');
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = PlainJson.Text(ref reader)!;
            var start = (int)reader.TokenStartIndex;
            reader.Read();
            if (odd.ContainsKey(name))
            {
                odd[name] = PlainJson.Read(ref reader);
                continue;
            }

            reader.Skip();
            if (rest.Length > 1)
            {
                rest.WriteByte((byte)',');
            }

            var member = json.Slice(start, (int)reader.BytesConsumed - start).ToArray();
            rest.Write(member, 0, member.Length);
        }

        rest.WriteByte((byte)'}');
        return rest.ToArray();
    }

    /// <summary>The first member of a path such as <c>$.employments[0].pay_rate</c>; null for the object itself.</summary>
    private static string? TopLevelMember(string? path)
    {
        if (path is null || path.Length < 3 || path[0] != '$')
        {
            return null;
        }

        if (path.StartsWith("$['", StringComparison.Ordinal))
        {
            var close = path.IndexOf("']", StringComparison.Ordinal);
            return close < 0 ? null : path.Substring(3, close - 3);
        }

        if (path[1] != '.')
        {
            return null;
        }

        var end = path.IndexOfAny(['.', '['], 2);
        return end < 0 ? path.Substring(2) : path.Substring(2, end - 2);
    }
}
