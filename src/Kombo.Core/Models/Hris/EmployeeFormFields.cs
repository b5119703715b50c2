using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kombo.Models;

/// <summary>Fields of the employee form by key, in the order of the form. Keys are case-sensitive.</summary>
[JsonConverter(typeof(EmployeeFormFieldsConverter))]
public sealed class EmployeeFormFields : Dictionary<string, EmployeeFormField>
{
    /// <summary>An empty map.</summary>
    public EmployeeFormFields()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The keys, joined with "; ".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join("; ", Keys);
}

/// <summary>
/// Reads and writes the map by hand: the serializer asks the converter for text to handle keys of dictionaries as well,
/// and that one reads values only.
/// </summary>
internal sealed class EmployeeFormFieldsConverter : JsonConverter<EmployeeFormFields>
{
    public override EmployeeFormFields Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A JSON object was expected.");
        }

        var info = Info(options);
        var fields = new EmployeeFormFields();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (JsonSerializer.Deserialize(ref reader, info) is { } field)
            {
                fields[key] = field;
            }
        }

        return fields;
    }

    public override void Write(Utf8JsonWriter writer, EmployeeFormFields value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var field in value)
        {
            writer.WritePropertyName(field.Key);
            JsonSerializer.Serialize(writer, field.Value, Info(options));
        }

        writer.WriteEndObject();
    }

    private static JsonTypeInfo<EmployeeFormField> Info(JsonSerializerOptions options) =>
        (JsonTypeInfo<EmployeeFormField>)options.GetTypeInfo(typeof(EmployeeFormField));
}
