using System.Reflection;
using System.Text.Json;

namespace Kombo.Facts;

/// <summary>
/// What the API is, from the files in <c>api/facts</c>: those in <c>document</c>, written from the vendor's document, and one
/// for each further source. These are read last, in the order of their names; what they say of an operation that is known
/// already adds to it.
/// </summary>
internal sealed class ApiFacts
{
    private static readonly Lazy<ApiFacts> Everything = new(() => Read(Files));

    private readonly Dictionary<string, ApiOperation> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiWebhook> _webhooks = new(StringComparer.Ordinal);

    /// <summary>All facts.</summary>
    public static ApiFacts All => Everything.Value;

    /// <summary>The operations by method and path.</summary>
    public IReadOnlyDictionary<string, ApiOperation> Operations => _operations;

    /// <summary>The webhooks by type.</summary>
    public IReadOnlyDictionary<string, ApiWebhook> Webhooks => _webhooks;

    private static IEnumerable<(string Name, Func<Stream> Open)> Files
    {
        get
        {
            var assembly = typeof(ApiFacts).Assembly;
            return assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal))
                .OrderBy(name => name.StartsWith("document", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => (name, (Func<Stream>)(() => assembly.GetManifestResourceStream(name)!)));
        }
    }

    /// <summary>Reads files of facts.</summary>
    /// <exception cref="InvalidDataException">A file is wrong; the exception names it. What is wrong inside of an operation is told when it is asked for.</exception>
    public static ApiFacts Read(IEnumerable<(string Name, Func<Stream> Open)> files)
    {
        var facts = new ApiFacts();
        foreach (var (name, open) in files)
        {
            try
            {
                using var stream = open();

                // Not disposed of: the parts of operations are read when they are asked for.
                facts.Add(JsonDocument.Parse(stream).RootElement, name);
            }
            catch (Exception failure) when (IsOfFile(failure))
            {
                throw new InvalidDataException($"{name}: {failure.Message}", failure);
            }
        }

        return facts;
    }

    private static bool IsOfFile(Exception failure) => failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException;

    private static Lazy<T> Late<T>(string where, Func<T> read) => new(() =>
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (IsOfFile(failure))
        {
            throw new InvalidDataException($"{where}: {failure.Message}", failure);
        }
    });

    private static T? Given<T>(JsonElement json, string name, Func<JsonElement, T> read)
        where T : class => json.TryGetProperty(name, out var value) ? read(value) : null;

    private static T? Value<T>(JsonElement json, string name, Func<JsonElement, T> read)
        where T : struct => json.TryGetProperty(name, out var value) ? read(value) : null;

    private static bool Flag(JsonElement json, string name, bool otherwise = false) => json.TryGetProperty(name, out var value) ? value.GetBoolean() : otherwise;

    private static Dictionary<string, Shape> Members(JsonElement json, IReadOnlyDictionary<string, Shape>? known, Source? source)
    {
        var members = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var pair in known ?? new Dictionary<string, Shape>())
        {
            members[pair.Key] = pair.Value;
        }

        foreach (var member in json.EnumerateObject())
        {
            members.TryGetValue(member.Name, out var before);
            members[member.Name] = ShapeOf(member.Value, before, source);
        }

        return members;
    }

    /// <summary>Reads a shape. What it does not say of a known one of the same type, or when it says no type, stays.</summary>
    private static Shape ShapeOf(JsonElement json, Shape? known, Source? source)
    {
        var type = Given(json, "type", value => value.GetString()!) ?? known?.Type ?? throw new FormatException($"A type is missing: {json.GetRawText()}");
        var kept = known?.Type == type ? known : null;
        var inner = kept is null ? null : source;
        return new Shape
        {
            Type = type,
            Required = Flag(json, "required", known?.Required ?? false),
            Nullable = Flag(json, "nullable", known?.Nullable ?? false),
            Open = Flag(json, "open", kept?.Open ?? false),
            Values = Given(json, "values", value => value.EnumerateArray().Select(item => item.GetString()!).ToArray()) ?? kept?.Values,
            Pattern = Given(json, "pattern", value => value.GetString()!) ?? kept?.Pattern,
            MinLength = Value(json, "minLength", value => value.GetInt32()) ?? kept?.MinLength,
            MaxLength = Value(json, "maxLength", value => value.GetInt32()) ?? kept?.MaxLength,
            Min = Value(json, "min", value => value.GetDecimal()) ?? kept?.Min,
            Max = Value(json, "max", value => value.GetDecimal()) ?? kept?.Max,
            Above = Value(json, "above", value => value.GetDecimal()) ?? kept?.Above,
            MaxItems = Value(json, "maxItems", value => value.GetInt32()) ?? kept?.MaxItems,
            With = Given(json, "with", value => value.GetString()!) ?? kept?.With,
            Items = Given(json, "items", value => ShapeOf(value, kept?.Items, inner)) ?? kept?.Items,
            Members = json.TryGetProperty("members", out var members) ? Members(members, kept?.Members, inner) : kept?.Members,
            Choices = Given(json, "choices", value => value.EnumerateArray().Select(item => ShapeOf(item, null, null)).ToArray()) ?? kept?.Choices,
            Source = kept is null ? source : kept.Source,
        };
    }

    private static Reach ReachOf(JsonElement json) =>
        new(json.GetProperty("path").GetString()!, Value(json, "entries", value => value.GetBoolean()), json.GetProperty("linked").GetBoolean());

    private void Add(JsonElement file, string name)
    {
        var source = new Source(file.GetProperty("source").GetString()!, file.GetProperty("certainty").GetString()!);
        foreach (var json in Given(file, "operations", list => list.EnumerateArray().ToArray()) ?? [])
        {
            var operation = OperationOf(json, source, name);
            _operations[operation.Key] = operation;
        }

        foreach (var json in Given(file, "webhooks", list => list.EnumerateArray().ToArray()) ?? [])
        {
            var type = json.GetProperty("type").GetString()!;
            _webhooks.TryGetValue(type, out var known);
            _webhooks[type] = new ApiWebhook(
                type,
                Given(json, "payload", payload => ShapeOf(payload, known?.Payload, known is null ? null : source)) ?? known?.Payload ?? throw new FormatException($"{type} has no payload."),
                Flag(json, "deprecated", known?.IsDeprecated ?? false),
                known?.Source ?? source);
        }
    }

    private ApiOperation OperationOf(JsonElement json, Source source, string file)
    {
        var method = json.GetProperty("method").GetString()!;
        var path = json.GetProperty("path").GetString()!;
        _operations.TryGetValue($"{method} {path}", out var known);
        var origin = known is null ? null : source;
        return new ApiOperation
        {
            Method = method,
            Path = path,
            Lifecycle = Given(json, "lifecycle", value => value.GetString()!) ?? known?.Lifecycle ?? throw new FormatException($"{method} {path} has no lifecycle."),
            NeedsIntegration = Flag(json, "integration", known?.NeedsIntegration ?? false),
            Permission = Given(json, "permission", value => value.GetString()!) ?? known?.Permission,
            Errors = Given(json, "errors", value => value.GetString()!) ?? known?.Errors,
            HasWarnings = Flag(json, "warnings", known?.HasWarnings ?? false),
            TakesLines = Flag(json, "lines", known?.TakesLines ?? false),
            LateQuery = Late($"{file}, query of {method} {path}", () => json.TryGetProperty("query", out var query) ? Members(query, known?.Query, origin) : known?.Query ?? new Dictionary<string, Shape>()),
            LateBody = Late($"{file}, body of {method} {path}", () => Given(json, "body", value => ShapeOf(value, known?.Body, origin)) ?? known?.Body),
            LateAnswer = Late($"{file}, answer of {method} {path}", () => Given(json, "answer", value => ShapeOf(value, known?.Answer, origin)) ?? known?.Answer),
            Reach = Given(json, "reach", value => value.EnumerateArray().Select(ReachOf).ToArray()) ?? known?.Reach ?? [],
            Source = known?.Source ?? source,
        };
    }
}
