using System.Text;
using System.Text.Json;
using Kombo.Json;

namespace Kombo.Database;

/// <summary>A row as the table takes it.</summary>
internal sealed class Row
{
    public Row(string id, object?[] values, ReadOnlyMemory<byte>? additional, JsonRow json)
    {
        Id = id;
        Values = values;
        Additional = additional;
        Json = json;
    }

    public string Id { get; }

    /// <summary>
    /// The values of the columns: text, <see cref="double"/>, <see cref="bool"/>, <see cref="DateTime"/>, null, and JSON as it came,
    /// in UTF-8: a <see cref="ReadOnlyMemory{T}"/>.
    /// </summary>
    public object?[] Values { get; }

    /// <summary>The members without a column, and those that their column cannot hold, as JSON; null for none.</summary>
    public ReadOnlyMemory<byte>? Additional { get; }

    public JsonRow Json { get; }

    /// <summary>Whether it is gone from the connected tool.</summary>
    public bool IsDeleted { get; set; }
}

/// <summary>Takes the JSON of a row apart: scalars become values as the models read them, everything else stays the text that it is.</summary>
internal sealed class RowReader
{
    private readonly SyncModel _model;
    private readonly Column[] _columns;
    private readonly int[] _order;
    private readonly int _id;
    private readonly int _deleted;

    public RowReader(SyncModel model)
    {
        _model = model;
        _columns = [.. model.Columns];
        _order = [.. Enumerable.Range(0, _columns.Length)];
        _id = PlaceOf("id");
        _deleted = PlaceOf("remote_deleted_at");
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="KomboException">It has no id.</exception>
    public Row Read(JsonRow row)
    {
        var json = row.Utf8;
        var reader = new Utf8JsonReader(json.Span, PlainJson.AnyDepth);
        var values = new object?[_columns.Length];
        MemoryStream? additional = null;
        reader.Read();
        for (var member = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; member++)
        {
            var name = reader.ValueSpan;
            var place = Find(reader, member);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var isKept = place >= 0 && TryRead(_columns[place].Kind, ref reader, json, out values[place]);
            reader.Skip();
            if (!isKept)
            {
                Append(additional ??= new MemoryStream(), name, json.Span.Slice(start, (int)reader.BytesConsumed - start));
            }
        }

        additional?.WriteByte((byte)'}');
        var id = values[_id] as string;
        return string.IsNullOrEmpty(id)
            ? throw new KomboException(KomboFailure.UnexpectedResponse, $"A row of {_model.Path} has no id, so that it cannot be kept.")
            : new Row(id!, values, additional is null ? (ReadOnlyMemory<byte>?)null : Valid(additional.ToArray()), row) { IsDeleted = values[_deleted] is not null };
    }

    /// <summary>Reads the value that the reader stands on, which stays there unless it reads JSON.</summary>
    /// <returns>False when the column cannot hold it.</returns>
    public static bool TryRead(ColumnKind kind, ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, out object? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (kind == ColumnKind.Json)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            value = Valid(json.Slice(start, (int)reader.BytesConsumed - start));
            return true;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            return false;
        }

        try
        {
            var scalar = new ModelReader(reader);
            value = kind switch
            {
                ColumnKind.Number => scalar.Number(),
                ColumnKind.Flag => scalar.Flag(),
                ColumnKind.Day => scalar.Day(),
                ColumnKind.Instant => scalar.Instant(),
                _ => scalar.Text(),
            };
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    /// <summary>What is no text in UTF-8 becomes U+FFFD, as in a string.</summary>
    private static ReadOnlyMemory<byte> Valid(ReadOnlyMemory<byte> json)
    {
#if NET
        if (System.Text.Unicode.Utf8.IsValid(json.Span))
        {
            return json;
        }
#endif
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.ToArray()));
    }

    private static void Append(MemoryStream target, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        target.WriteByte(target.Length == 0 ? (byte)'{' : (byte)',');
        byte[] member = [(byte)'"', .. name, (byte)'"', (byte)':', .. value];
        target.Write(member, 0, member.Length);
    }

    private int PlaceOf(string name) => Array.FindIndex(_columns, column => column.Name == name);

    /// <summary>
    /// The column of a member; -1 for none. The rows of a list have their members in the same order as a rule, so the search begins
    /// with what stood there in the row before. (Two threads may do so at once when a read was given up: what they note is a hint.)
    /// </summary>
    private int Find(in Utf8JsonReader reader, int member)
    {
        var hint = member < _order.Length ? _order[member] : 0;
        for (var step = 0; step < _columns.Length; step++)
        {
            var place = (hint + step) % _columns.Length;
            if (reader.ValueTextEquals(_columns[place].Utf8))
            {
                if (step > 0 && member < _order.Length)
                {
                    _order[member] = place;
                }

                return place;
            }
        }

        return -1;
    }
}
