using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kombo.Facts;

namespace Kombo.Api;

/// <summary>Shapes as they stand in the files of facts: a leaf on one line, members below each other.</summary>
internal static class ShapeText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Shapes are equal when they read alike.</summary>
    public static IEqualityComparer<Shape> Comparer { get; } = EqualityComparer<Shape>.Create((one, other) => Of(one!) == Of(other!), shape => Of(shape).GetHashCode(StringComparison.Ordinal));

    /// <summary>A shape on one line.</summary>
    public static string Of(Shape shape)
    {
        var text = new StringBuilder();
        Write(text, shape, null);
        return text.ToString();
    }

    /// <summary>A value as JSON.</summary>
    public static string Json(object value) => JsonSerializer.Serialize(value, Plain);

    /// <summary>Writes a shape.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="indent">How many spaces its line begins with; null to write it on one line.</param>
    public static void Write(StringBuilder text, Shape shape, int? indent)
    {
        text.Append("{ \"type\": ").Append(Json(shape.Type));
        Flag("required", shape.Required);
        Flag("nullable", shape.Nullable);
        Flag("open", shape.Open);
        Entry("values", shape.Values);
        Entry("pattern", shape.Pattern);
        Entry("minLength", shape.MinLength);
        Entry("maxLength", shape.MaxLength);
        Entry("min", shape.Min);
        Entry("max", shape.Max);
        Entry("above", shape.Above);
        Entry("maxItems", shape.MaxItems);
        Entry("with", shape.With);
        if (shape.Items is { } items)
        {
            text.Append(", \"items\": ");
            Write(text, items, indent);
        }

        if (shape.Choices is { } choices)
        {
            text.Append(", \"choices\": [");
            Lines(text, choices, choice => Write(text, choice, indent + 2), indent);
            text.Append(']');
        }

        if (shape.Members is { } members)
        {
            text.Append(", \"members\": {");
            Members(text, members, indent);
            text.Append('}');
        }

        text.Append(" }");

        void Flag(string name, bool value) => text.Append(value ? $", \"{name}\": true" : "");

        void Entry(string name, object? value)
        {
            if (value is not null)
            {
                text.Append($", \"{name}\": ").Append(Json(value).Replace(",\"", ", \"", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Writes members, each on a line of its own.</summary>
    public static void Members(StringBuilder text, IEnumerable<KeyValuePair<string, Shape>> members, int? indent) =>
        Lines(
            text,
            members,
            member =>
            {
                text.Append(Json(member.Key)).Append(": ");
                Write(text, member.Value, indent + 2);
            },
            indent);

    private static void Lines<T>(StringBuilder text, IEnumerable<T> all, Action<T> write, int? indent)
    {
        var isFirst = true;
        foreach (var one in all)
        {
            text.Append(isFirst ? "" : ",").Append(indent is { } spaces ? "\n" + new string(' ', spaces + 2) : " ");
            write(one);
            isFirst = false;
        }

        text.Append(isFirst ? "" : indent is { } end ? "\n" + new string(' ', end) : " ");
    }
}
