using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kombo.Facts;

namespace Kombo.Api;

/// <summary>Reads the facts out of the vendor's OpenAPI document. Prose is looked at for what only prose says, and left behind.</summary>
internal sealed partial class Document
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    /// <summary>Limits beyond these are those of numbers in JavaScript, not of the API.</summary>
    private const decimal LargestInteger = 9007199254740991;

    /// <summary>What a schema can have without limiting its values.</summary>
    private static readonly string[] Words = ["description", "title", "default", "example", "examples", "nullable", "deprecated", "externalDocs"];

    private readonly JsonElement _root;
    private readonly Source _source;
    private readonly Dictionary<string, string> _unread = new(StringComparer.Ordinal);

    private Document(JsonElement root, Source source)
    {
        _root = root;
        _source = source;
    }

    /// <summary>The operations that were read.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; private set; } = [];

    /// <summary>The webhooks that were read.</summary>
    public IReadOnlyList<ApiWebhook> Webhooks { get; private set; } = [];

    /// <summary>What could not be read, by operation or webhook, and why: the document has a form that this class does not know.</summary>
    public IReadOnlyDictionary<string, string> Unread => _unread;

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="source">Its name for the facts.</param>
    public static Document Read(JsonDocument json, Source source)
    {
        var document = new Document(json.RootElement, source);
        document.Operations =
        [
            .. from path in json.RootElement.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               where Methods.Contains(method.Name)
               let key = (Method: method.Name.ToUpperInvariant(), Path: path.Name.TrimStart('/'))
               let operation = document.Try($"{key.Method} {key.Path}", () => document.OperationOf(key.Method, key.Path, method.Value))
               where operation is not null
               select operation,
        ];
        document.Webhooks =
        [
            .. from webhook in json.RootElement.TryGetProperty("webhooks", out var all) ? all.EnumerateObject().ToArray() : []
               let read = document.Try(webhook.Name, () => document.WebhookOf(webhook.Name, webhook.Value.GetProperty("post")))
               where read is not null
               select read,
        ];
        return document;
    }

    private T? Try<T>(string name, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            _unread[name] = failure.Message;
            return null;
        }
    }

    private ApiWebhook WebhookOf(string type, JsonElement post) => new(
        type,
        ShapeOf(Resolve(post.GetProperty("requestBody")).GetProperty("content").GetProperty("application/json").GetProperty("schema"), []),
        IsTrue(post, "deprecated"),
        _source);

    private ApiOperation OperationOf(string method, string path, JsonElement json)
    {
        var prose = json.TryGetProperty("description", out var description) ? description.GetString()! : "";
        var query = new Dictionary<string, Shape>(StringComparer.Ordinal);
        var needsIntegration = false;
        IReadOnlyList<Reach> reach = [];
        foreach (var parameter in json.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(Resolve).ToArray() : [])
        {
            var name = parameter.GetProperty("name").GetString()!;
            switch (parameter.GetProperty("in").GetString())
            {
                case "query":
                    query[name] = ShapeOf(parameter.GetProperty("schema"), []) with { Required = IsTrue(parameter, "required") };
                    if (name == "updated_after" && parameter.TryGetProperty("description", out var text))
                    {
                        reach = ReachOf(text.GetString()!);
                    }

                    break;
                case "header" when name == "X-Integration-Id":
                    needsIntegration = IsTrue(parameter, "required");
                    break;
                case "path":
                    break;
                default:
                    _unread[$"{method} {path}, parameter {name}"] = "it is of a new kind";
                    break;
            }
        }

        var (body, takesLines) = BodyOf(json);
        var (answer, hasWarnings) = AnswerOf(json);
        return new ApiOperation
        {
            Method = method,
            Path = path,
            Lifecycle = LifecycleOf(prose, IsTrue(json, "deprecated")),
            NeedsIntegration = needsIntegration,
            Permission = Permission().Match(prose) is { Success: true } permission ? permission.Groups[1].Value : null,
            Errors = ErrorsOf(json),
            HasWarnings = hasWarnings,
            TakesLines = takesLines,
            Query = query,
            Body = body,
            Answer = answer,
            Reach = reach,
            Source = _source,
        };
    }

    private (Shape? Body, bool TakesLines) BodyOf(JsonElement json)
    {
        if (!json.TryGetProperty("requestBody", out var body))
        {
            return (null, false);
        }

        var content = Resolve(body).GetProperty("content").EnumerateObject().Single();
        return (ShapeOf(content.Value.GetProperty("schema"), []), content.Name == "application/x-ndjson");
    }

    private (Shape? Answer, bool HasWarnings) AnswerOf(JsonElement json)
    {
        var success = json.GetProperty("responses").EnumerateObject().Single(response => response.Name[0] == '2').Value;
        if (!Resolve(success).TryGetProperty("content", out var content))
        {
            return (null, false);
        }

        var whole = ShapeOf(content.EnumerateObject().Single().Value.GetProperty("schema"), []);
        if (whole.Type == Shape.Choice)
        {
            var all = whole.Choices!.Select(choice => choice.Members!["data"]).ToArray();
            return (new Shape { Type = Shape.Choice, Choices = all, Required = true }, whole.Choices!.Any(choice => choice.Members!.ContainsKey("warnings")));
        }

        return whole.Members is { } members && members.TryGetValue("data", out var data) ? (data, members.ContainsKey("warnings")) : (whole, false);
    }

    /// <summary>The last part of the name of the error response: ErrorResponseHRIS.</summary>
    private static string? ErrorsOf(JsonElement json) =>
        json.GetProperty("responses").TryGetProperty("default", out var error) && error.TryGetProperty("$ref", out var reference)
            ? reference.GetString()!.Split('/')[^1].Replace("ErrorResponse", "", StringComparison.Ordinal)
            : null;

    private static string LifecycleOf(string prose, bool isDeprecated) =>
        isDeprecated || Deprecated().IsMatch(prose) ? "deprecated"
        : prose.Contains("**Closed Beta", StringComparison.Ordinal) ? "closed-beta"
        : prose.Contains("**Open Beta", StringComparison.Ordinal) ? "open-beta"
        : prose.Contains("We recommend using the [", StringComparison.Ordinal) ? "superseded"
        : "stable";

    /// <summary>The table in the description of updated_after.</summary>
    private static Reach[] ReachOf(string prose) =>
        [.. ReachRow().Matches(prose).Select(row => new Reach(
            row.Groups[1].Value,
            row.Groups[2].Value == "n/a" ? null : row.Groups[2].Value.EndsWith("Yes", StringComparison.Ordinal),
            row.Groups[3].Value.EndsWith("Yes", StringComparison.Ordinal)))];

    private static bool IsTrue(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private JsonElement Resolve(JsonElement json) => json.TryGetProperty("$ref", out var reference) ? Target(reference.GetString()!) : json;

    private JsonElement Target(string reference) => reference.Split('/').Skip(1).Aggregate(_root, (json, name) => json.GetProperty(name));

    private Shape ShapeOf(JsonElement json, IReadOnlyList<string> around)
    {
        if (json.ValueKind == JsonValueKind.True || (json.ValueKind == JsonValueKind.Object && !json.EnumerateObject().Any()))
        {
            return new Shape { Type = Shape.Any };
        }

        if (json.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!;
            return around.Contains(name) ? new Shape { Type = Shape.Recursive } : ShapeOf(Target(name), [.. around, name]);
        }

        if (json.TryGetProperty("allOf", out var parts))
        {
            return parts.EnumerateArray().Select(part => ShapeOf(part, around)).Aggregate(Both) with { Nullable = IsTrue(json, "nullable") };
        }

        if (json.TryGetProperty("anyOf", out var variants) || json.TryGetProperty("oneOf", out variants))
        {
            return ChoiceOf(variants, around);
        }

        string[] types = json.TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!]
            : json.TryGetProperty("properties", out _) ? ["object"]
            : json.EnumerateObject().All(entry => Words.Contains(entry.Name)) ? []
            : throw new InvalidDataException($"A schema has no type: {json.GetRawText()}");
        var isNullable = types.Contains("null") || IsTrue(json, "nullable");
        var shape = types.Where(one => one != "null").ToArray() switch
        {
            [] => new Shape { Type = Shape.Any },
            ["string"] => TextOf(json),
            ["integer"] => NumberOf(json, "integer"),
            ["number"] => NumberOf(json, "number"),
            ["boolean"] => new Shape { Type = "boolean" },
            ["array"] => new Shape
            {
                Type = Shape.List,
                Items = json.TryGetProperty("items", out var items) ? ShapeOf(items, around) : new Shape { Type = Shape.Any },
                MaxItems = Number(json, "maxItems") is { } most ? (int)most : null,
            },
            ["object"] => ObjectOf(json, around),
            _ => throw new InvalidDataException($"A schema has a new type: {json.GetRawText()}"),
        };
        return shape with { Nullable = isNullable };
    }

    private Shape ObjectOf(JsonElement json, IReadOnlyList<string> around)
    {
        var hasFree = json.TryGetProperty("additionalProperties", out var free) && free.ValueKind != JsonValueKind.False;
        if (!json.TryGetProperty("properties", out var properties) || (hasFree && !properties.EnumerateObject().Any()))
        {
            return new Shape { Type = Shape.Map, Items = hasFree ? ShapeOf(free, around) : new Shape { Type = Shape.Any } };
        }

        var required = json.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];
        return new Shape
        {
            Type = Shape.Object,
            Open = hasFree,
            Members = properties.EnumerateObject().ToDictionary(
                member => member.Name,
                member => Named(member.Name, ShapeOf(member.Value, around)) with { Required = required.Contains(member.Name) },
                StringComparer.Ordinal),
        };
    }

    /// <summary>The document does not give the form of every moment; those without one are known by their names.</summary>
    private static Shape Named(string name, Shape shape) =>
        name.EndsWith("_at", StringComparison.Ordinal) && (shape.Type == Shape.Any || shape == new Shape { Type = "text", Nullable = shape.Nullable }) ? shape with { Type = "moment" } : shape;

    private static Shape Both(Shape one, Shape other)
    {
        var members = new Dictionary<string, Shape>(one.Members!, StringComparer.Ordinal);
        foreach (var (name, member) in other.Members!)
        {
            members[name] = member;
        }

        return one with { Members = members, Open = one.Open || other.Open };
    }

    private Shape ChoiceOf(JsonElement variants, IReadOnlyList<string> around)
    {
        var all = variants.EnumerateArray().ToArray();
        var choices = all.Where(one => !IsNull(one)).Select(one => ShapeOf(one, around)).ToArray();
        var isNullable = choices.Length < all.Length || choices.Any(one => one.Nullable);
        choices = [.. choices.Select(one => one with { Nullable = false }).Distinct(ShapeText.Comparer)];
        if (choices.Length == 1)
        {
            return choices[0] with { Nullable = isNullable };
        }

        // A list of known values beside a free text: the list is not the whole one.
        if (choices.All(one => one.Type == "text" && one.Pattern is null))
        {
            return new Shape
            {
                Type = "text",
                Nullable = isNullable,
                Values = [.. choices.SelectMany(one => one.Values ?? [])],
                Open = choices.Any(one => one.Values is null),
            };
        }

        return new Shape { Type = Shape.Choice, Nullable = isNullable, Choices = choices };
    }

    private static bool IsNull(JsonElement json) => json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null";

    private static Shape TextOf(JsonElement json)
    {
        var pattern = json.TryGetProperty("pattern", out var expression) ? expression.GetString()! : null;
        var format = json.TryGetProperty("format", out var name) ? name.GetString() : null;
        var type = (format, pattern) switch
        {
            (_, @"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?$") => "date",
            (_, @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$") => "moment",
            (_, @"^\d{4}-\d{2}-\d{2}$") => "day",
            (_, @"^(?:2[0-3]|[01]?\d):[0-5]?\d(:[0-5]?\d)?$") => "time",
            ("date-time", null) => "moment",
            ("email", _) => "email",
            (null, { } expected) when expected.Contains('@', StringComparison.Ordinal) => "email",
            ("uri", _) => "address",
            _ => "text",
        };
        return new Shape
        {
            Type = type,
            Pattern = type is "text" or "address" ? pattern : null,
            Values = json.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)]
                : json.TryGetProperty("const", out var constant) ? [constant.GetString()!] : null,
            MinLength = Number(json, "minLength") is { } shortest ? (int)shortest : null,
            MaxLength = Number(json, "maxLength") is { } longest ? (int)longest : null,
        };
    }

    private static Shape NumberOf(JsonElement json, string type) => new()
    {
        Type = type,
        Min = Number(json, "minimum"),
        Max = Number(json, "maximum"),
        Above = Number(json, "exclusiveMinimum"),
    };

    private static decimal? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && decimal.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < LargestInteger
            ? number
            : null;

    [GeneratedRegex(@"requires the permission \*\*(.+?)\*\*")]
    private static partial Regex Permission();

    [GeneratedRegex(@"endpoint is deprecated|Deprecation Notice|\bDeprecated - Use|We are deprecating this endpoint in favou?r of")]
    private static partial Regex Deprecated();

    [GeneratedRegex(@"^\| `([^`]+)` \| (?:[^\w|]* ?)(n/a|Yes|No) \| (?:[^\w|]* ?)(Yes|No) \|", RegexOptions.Multiline)]
    private static partial Regex ReachRow();
}
