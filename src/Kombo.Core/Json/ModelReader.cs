using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kombo.Models;

namespace Kombo.Json;

/// <summary>
/// Reads one object of an answer: into a model, or into plain values. A model says what it is made of
/// (<see cref="KomboObject.MemberNames"/>, <see cref="KomboObject.ReadMember"/>: src/Kombo.Core.Readers writes both from its
/// properties); this type says how a member of each kind is read.
/// </summary>
/// <remarks>
/// Sources are not as strict as the API's documentation: text may be a number, and a number text. A member that cannot be read
/// throws; then the whole member of the outermost object is kept as a plain value in its AdditionalData.
/// </remarks>
internal ref struct ModelReader
{
    /// <summary>More than this many unreadable members, and the object is another one than documented.</summary>
    private const int MostSetAside = 20;

    private readonly int _deepest;
    private Utf8JsonReader _json;

    /// <summary>Reads the value that the reader stands on. The reader itself stays where it is.</summary>
    public ModelReader(Utf8JsonReader json)
    {
        _json = json;
        _deepest = json.CurrentDepth + PlainJson.MaxDepth;
    }

    /// <summary>Reads the value the reader stands on; afterwards the reader is on its last token.</summary>
    /// <typeparam name="T">A model, or <see cref="object"/> for plain values.</typeparam>
    /// <param name="json">A reader over the whole answer.</param>
    /// <param name="setAside">Receives the members that were kept untyped because their shape is not the documented one.</param>
    /// <exception cref="JsonException">The JSON is malformed, or not an object of this kind.</exception>
    public static T? Read<T>(ref Utf8JsonReader json, ISet<string> setAside)
    {
        if (typeof(T) == typeof(object))
        {
            return (T?)PlainJson.Read(ref json);
        }

        if (json.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var model = Activator.CreateInstance<T>();
        var reader = new ModelReader(json);
        reader.Fill((KomboObject)(object)model!, setAside);
        json = reader._json;
        return model;
    }

    /// <summary>Reads text, and numbers and Booleans where the API documents text.</summary>
    public string? Text() => _json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => PlainJson.Text(ref _json),
        JsonTokenType.Number => Utf8(_json.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException("Text was expected."),
    };

    /// <summary>Reads a number, also from text; not one that a double would turn into another or into infinity.</summary>
    public double? Number()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return _json.TokenType == JsonTokenType.Number && JsonNumber.IsShort(_json.ValueSpan)
            ? _json.GetDouble()
            : JsonNumber.ToRounded(Digits()) ?? throw new JsonException("A number was expected.");
    }

    /// <summary>Reads an amount, also from text; not one of which a decimal would lose digits.</summary>
    public decimal? Amount() =>
        _json.TokenType == JsonTokenType.Null ? null : JsonNumber.ToDecimal(Digits()) ?? throw new JsonException("An amount was expected.");

    /// <summary>Reads a whole number, also from text.</summary>
    public long? Long()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var digits = _json.TokenType == JsonTokenType.Number ? _json.ValueSpan : Encoding.UTF8.GetBytes(Digits());
        return Utf8Parser.TryParse(digits, out long number, out var read) && read == digits.Length ? number : throw new JsonException("A whole number was expected.");
    }

    /// <inheritdoc cref="Long"/>
    public int? Int() => Long() switch
    {
        null => null,
        >= int.MinValue and <= int.MaxValue and var number => (int)number,
        _ => throw new JsonException("A smaller number was expected."),
    };

    /// <summary>Reads true or false.</summary>
    public bool? Flag() => _json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new JsonException("True or false was expected."),
    };

    /// <summary>Reads a moment as UTC. A text without a zone is UTC already.</summary>
    public DateTime? Instant()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (_json.TokenType == JsonTokenType.String && _json.TryGetDateTime(out var time))
        {
            return time.Kind switch
            {
                DateTimeKind.Utc => time,
                DateTimeKind.Local => _json.GetDateTimeOffset().UtcDateTime,
                _ => DateTime.SpecifyKind(time, DateTimeKind.Utc),
            };
        }

        throw new JsonException("An ISO 8601 time was expected.");
    }

    /// <summary>
    /// Reads a calendar day, which the API writes as a day or as midnight UTC. The result has no kind, so that no time
    /// zone shifts it.
    /// </summary>
    public DateTime? Day()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (_json.TokenType == JsonTokenType.String)
        {
            // The usual forms, without making a text of them. With an offset the day would become another one: read as text.
            if (_json.TryGetDateTime(out var time) && time.Kind != DateTimeKind.Local)
            {
                return DateTime.SpecifyKind(time.Date, DateTimeKind.Unspecified);
            }

            var text = PlainJson.Text(ref _json)!;
            if (text.Length >= 10
                && (text.Length == 10 || text[10] == 'T' || text[10] == ' ')
                && DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
        }

        throw new JsonException("An ISO 8601 date was expected.");
    }

    /// <summary>Reads an address.</summary>
    public Uri? Link() => _json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when Uri.TryCreate(PlainJson.Text(ref _json), UriKind.RelativeOrAbsolute, out var uri) => uri,
        _ => throw new JsonException("An address was expected."),
    };

    /// <summary>Reads any JSON value into a plain one.</summary>
    public object? Plain() => PlainJson.Read(ref _json, _deepest, keepsDeeper: false);

    /// <summary>Reads a free-form JSON object.</summary>
    public KomboMap? Map() => _json.TokenType == JsonTokenType.Null ? null : Plain() as KomboMap ?? throw new JsonException("A JSON object was expected.");

    /// <summary>Reads a list of anything.</summary>
    public KomboList<object?>? Plains() =>
        _json.TokenType == JsonTokenType.Null ? null : Plain() as KomboList<object?> ?? throw new JsonException("A list was expected.");

    /// <summary>Reads a list of texts.</summary>
    public KomboList<string>? Texts()
    {
        if (!Begins(JsonTokenType.StartArray))
        {
            return null;
        }

        var list = new KomboList<string>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Text()!);
        }

        return list;
    }

    /// <summary>Reads an object inside another one.</summary>
    public T? Model<T>()
        where T : KomboObject, new()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var model = new T();
        Fill(model);
        return model;
    }

    /// <summary>Reads a list of objects.</summary>
    public KomboList<T>? Models<T>()
        where T : KomboObject, new()
    {
        if (!Begins(JsonTokenType.StartArray))
        {
            return null;
        }

        var list = new KomboList<T>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Model<T>()!);
        }

        return list;
    }

    /// <summary>Reads objects by key. What is null is left out.</summary>
    public TMap? Keyed<TMap, T>()
        where TMap : Dictionary<string, T>, new()
        where T : KomboObject, new()
    {
        if (!Begins(JsonTokenType.StartObject))
        {
            return null;
        }

        var map = new TMap();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var key = PlainJson.Text(ref _json)!;
            _json.Read();
            if (Model<T>() is { } model)
            {
                map[key] = model;
            }
        }

        return map;
    }

    private static string Utf8(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    /// <summary>Goes on through the names; false when none of them up to <paramref name="end"/> is this one.</summary>
    private static bool Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> names, int end, ref int place, ref int number)
    {
        while (place < end)
        {
            var candidate = names.Slice(place + 1, names[place]);
            place += candidate.Length + 1;
            number++;
            if (candidate.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the members of an object inside another one.</summary>
    private void Fill(KomboObject model)
    {
        Begins(JsonTokenType.StartObject);
        var names = model.MemberNames;
        int place = 0, number = -1;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(model, names, ref place, ref number);
        }
    }

    /// <summary>Reads the members of the outermost object. One odd member must not cost the row.</summary>
    private void Fill(KomboObject model, ISet<string> setAside)
    {
        Begins(JsonTokenType.StartObject);
        var names = model.MemberNames;
        int place = 0, number = -1, odd = 0;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var begin = _json;
            try
            {
                ReadMember(model, names, ref place, ref number);
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException)
            {
                // Malformed JSON throws once more here. (The reader throws InvalidOperationException for text that is not valid
                // Unicode.)
                _json = begin;
                var name = PlainJson.Text(ref _json)!;
                _json.Read();
                Keep(model, name, PlainJson.Read(ref _json, _deepest, keepsDeeper: true));
                setAside.Add(name);
                if (++odd > MostSetAside)
                {
                    throw new JsonException(failure.Message, "$." + name, null, null, failure);
                }
            }
        }
    }

    private void ReadMember(KomboObject model, ReadOnlySpan<byte> names, ref int place, ref int number)
    {
        var name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(PlainJson.Text(ref _json)!) : _json.ValueSpan;

        // Members arrive in much the same order as they are declared: the search begins behind the one before.
        var begin = place;
        var isKnown = Find(name, names, names.Length, ref place, ref number);
        if (!isKnown)
        {
            (place, number) = (0, -1);
            isKnown = Find(name, names, begin, ref place, ref number);
        }

        if (isKnown)
        {
            _json.Read();
            model.ReadMember(number, ref this);
            return;
        }

        var unknown = PlainJson.Text(ref _json)!;
        _json.Read();
        Keep(model, unknown, Plain());
    }

    private static void Keep(KomboObject model, string name, object? value) =>
        (model.UnknownMembers ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;

    private string Digits() => _json.TokenType switch
    {
        JsonTokenType.Number => Utf8(_json.ValueSpan),
        JsonTokenType.String => PlainJson.Text(ref _json)!,
        _ => throw new JsonException("A number was expected."),
    };

    /// <summary>False for null.</summary>
    private readonly bool Begins(JsonTokenType token) =>
        _json.TokenType != JsonTokenType.Null && (_json.TokenType == token && _json.CurrentDepth < _deepest ? true : throw new JsonException("An object or a list was expected."));
}
