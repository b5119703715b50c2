using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kombo.Models;

namespace Kombo.Json;

/// <summary>Reads any JSON value into a plain one.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PlainJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => PlainJson.Write(writer, value);
}

/// <summary>Reads a free-form JSON object.</summary>
internal sealed class KomboMapConverter : JsonConverter<KomboMap>
{
    public override KomboMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainJson.Read(ref reader) as KomboMap ?? throw new JsonException("A JSON object was expected.");

    public override void Write(Utf8JsonWriter writer, KomboMap value, JsonSerializerOptions options) => PlainJson.Write(writer, value);
}

/// <summary>Reads text, and numbers and Booleans where the API documents text: sources are not that strict.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => PlainJson.Text(ref reader),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException("Text was expected."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads a number, also from text; not one that a double would turn into another or into infinity.</summary>
internal sealed class NumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && JsonNumber.IsShort(reader.ValueSpan))
        {
            return reader.GetDouble();
        }

        var text = reader.TokenType switch
        {
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
            JsonTokenType.String => PlainJson.Text(ref reader),
            _ => null,
        };
        return text is not null && JsonNumber.ToRounded(text) is { } number ? number : throw new JsonException("A number was expected.");
    }

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>Reads an amount, also from text; not one of which a decimal would lose digits.</summary>
internal sealed class AmountConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
            JsonTokenType.String => PlainJson.Text(ref reader),
            _ => null,
        };
        return text is not null && JsonNumber.ToDecimal(text) is { } amount ? amount : throw new JsonException("An amount was expected.");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>Reads a moment as UTC. A text without a zone is UTC already.</summary>
internal sealed class InstantConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var time))
        {
            return time.Kind switch
            {
                DateTimeKind.Utc => time,
                DateTimeKind.Local => reader.GetDateTimeOffset().UtcDateTime,
                _ => DateTime.SpecifyKind(time, DateTimeKind.Utc),
            };
        }

        throw new JsonException("An ISO 8601 time was expected.");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(KomboTime.FormatInstant(value));
}

/// <summary>
/// Reads a calendar day, which the API writes as a day or as midnight UTC. The result has no kind, so that no time
/// zone shifts it.
/// </summary>
internal sealed class DateConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            // The usual forms, without making a text of them. With an offset the day would become another one: read as text.
            if (reader.TryGetDateTime(out var time) && time.Kind != DateTimeKind.Local)
            {
                return DateTime.SpecifyKind(time.Date, DateTimeKind.Unspecified);
            }

            var text = PlainJson.Text(ref reader)!;
            if (text.Length >= 10
                && (text.Length == 10 || text[10] == 'T' || text[10] == ' ')
                && DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
        }

        throw new JsonException("An ISO 8601 date was expected.");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(KomboTime.FormatDate(value));
}
