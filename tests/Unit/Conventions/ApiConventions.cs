using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kombo.Facts;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>The cmdlets say what the API says. The facts are in api/facts; the declarations on the cmdlets are the other side.</summary>
public sealed class ApiConventions
{
    /// <summary>Deprecated filters for which the API has another that takes several values.</summary>
    private static readonly string[] Superseded = ["employment_status", "outcome", "status"];

    /// <summary>More values than completion can usefully offer: the countries.</summary>
    private const int TooManyToOffer = 240;

    private static readonly string[] WordsOfOperations = ["method", "path", "lifecycle", "integration", "permission", "errors", "warnings", "lines", "query", "body", "answer", "reach"];

    private static readonly string[] WordsOfShapes =
    [
        "type", "required", "nullable", "open", "values", "pattern", "minLength", "maxLength", "min", "max", "above", "maxItems", "with", "items", "members", "choices",
    ];

    public static TheoryData<string> OperationNames => Cmdlets.OperationNames;

    public static TheoryData<string> Keys => new(ApiFacts.All.Operations.Keys);

    [Fact]
    public void Facts_have_only_words_that_are_read()
    {
        var faults = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "api", "facts"), "*.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var name = Path.GetRelativePath(Repository.Root, file);
            foreach (var operation in json.RootElement.TryGetProperty("operations", out var operations) ? operations.EnumerateArray().ToArray() : [])
            {
                var where = $"{name}, {operation.GetProperty("method")} {operation.GetProperty("path")}";
                Unread(operation, WordsOfOperations, where, faults);
                foreach (var parameter in operation.TryGetProperty("query", out var query) ? query.EnumerateObject().ToArray() : [])
                {
                    UnreadInShape(parameter.Value, $"{where}, {parameter.Name}", faults);
                }

                foreach (var part in new[] { "body", "answer" })
                {
                    if (operation.TryGetProperty(part, out var shape))
                    {
                        UnreadInShape(shape, $"{where}, {part}", faults);
                    }
                }
            }

            foreach (var webhook in json.RootElement.TryGetProperty("webhooks", out var webhooks) ? webhooks.EnumerateArray().ToArray() : [])
            {
                var where = $"{name}, {webhook.GetProperty("type")}";
                Unread(webhook, ["type", "payload", "deprecated"], where, faults);
                if (webhook.TryGetProperty("payload", out var payload))
                {
                    UnreadInShape(payload, where, faults);
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory, MemberData(nameof(Keys))]
    public void An_operation_has_a_cmdlet(string key) =>
        Assert.True(
            Cmdlets.OfOperations.Any(cmdlet => Operation.Of(cmdlet).Declarations.Any(declaration => $"{declaration.Method} {declaration.Path}" == key)),
            $"No cmdlet has [KomboOperation] for '{key}'. Add src/Kombo.PowerShell/<Area>/<Verb>Kombo<Noun>Command.cs (CONTRIBUTING.md, \"Adding an operation\").");

    [Theory, MemberData(nameof(OperationNames))]
    public void The_sandbox_answers_the_operation(string name) =>
        Assert.All(ApiMembers.Of(Operation.Of(Cmdlets.Find(name))), api => Assert.True(
            Sandbox.Router.Routes.Any(route => route.Method == api.Method && route.Template == api.Path),
            $"The sandbox has no route for '{api.Key}'. Add a class in src/Kombo.Sandbox/Routes/<Area> that derives from SandboxRoute or ListRoute."));

    [Theory, MemberData(nameof(OperationNames))]
    public void Path_parameters_are_those_of_the_path(string name)
    {
        var declared = Operation.Of(Cmdlets.Find(name));
        var inPath = ApiMembers.Of(declared).SelectMany(api => Regex.Matches(api.Path, "{(.*?)}").Select(match => match.Groups[1].Value)).Distinct();
        Same(inPath, NamesOf<PathAttribute>(declared), name, "[Path]");
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Filters_are_exactly_those_of_the_operation(string name)
    {
        var declared = Operation.Of(Cmdlets.Find(name));
        Same(ApiMembers.Of(declared).SelectMany(api => api.Query.Keys).Distinct().Except(Superseded), NamesOf<QueryAttribute>(declared), name, "[Query]");
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void The_header_of_the_integration_is_sent_where_it_is_needed(string name)
    {
        var declared = Operation.Of(Cmdlets.Find(name));
        Assert.All(ApiMembers.Of(declared), api => Assert.True(
            api.NeedsIntegration == declared.IntegrationHeader is not null,
            api.NeedsIntegration ? $"{name} needs a base class with -IntegrationId: '{api.Key}' needs the header." : $"{name} must not have -IntegrationId: '{api.Key}' takes no header."));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Pages_are_as_large_as_the_operation_allows(string name)
    {
        foreach (var declaration in Operation.Of(Cmdlets.Find(name)).Declarations)
        {
            var api = ApiMembers.Of(declaration);
            var largest = api.Query.TryGetValue("page_size", out var size) ? size.Max : 0;
            Assert.True(largest == declaration.MaxPageSize, $"{name}: MaxPageSize in [KomboOperation] must be {largest}.");
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Members_of_the_body_exist_and_none_is_missing(string name)
    {
        var declared = Operation.Of(Cmdlets.Find(name));
        var members = ApiMembers.Of(declared).SelectMany(api => ApiMembers.OfBody(api).Keys).ToHashSet(StringComparer.Ordinal);
        var parameters = NamesOf<BodyAttribute>(declared);
        Assert.All(parameters, member => Assert.True(members.Contains(member), $"{name}: [Body(\"{member}\")] is no member of the body. The members are {string.Join(", ", members)}."));

        var covered = parameters.Select(member => member.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var isLines = ApiMembers.Of(declared).Any(api => api.TakesLines);
        Assert.All(members.Where(member => !isLines && !member.Contains('.', StringComparison.Ordinal)), member => Assert.True(covered.Contains(member), $"{name} has no parameter with [Body(\"{member}\")]."));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Required_members_cannot_be_forgotten(string name)
    {
        var cmdlet = Cmdlets.Find(name);
        var declared = Operation.Of(cmdlet);
        foreach (var (member, _) in ApiMembers.Of(declared).SelectMany(ApiMembers.OfBody).Where(pair => pair.Value.Required && !pair.Key.Contains('.', StringComparison.Ordinal)))
        {
            var parameters = declared.Parameters.Where(parameter => parameter.Wire is BodyAttribute body && body.Name.Split('.')[0] == member).ToList();
            Assert.True(
                parameters.Exists(parameter => parameter.Wire is BodyAttribute { Required: true } or BodyAttribute { Always: true } || (cmdlet.GetProperty(parameter.Name) is { } property && Cmdlets.Is(property, nameof(System.Management.Automation.ParameterAttribute.Mandatory)))),
                $"{name}: the API requires '{member}'. Make its parameter Mandatory, or give its [Body] Required = true or Always = true.");
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Items_of_collected_lists_have_exactly_the_members_of_the_operation(string name)
    {
        var declared = Operation.Of(Cmdlets.Find(name));
        var items = declared.Parameters.Select(parameter => parameter.Wire).OfType<ItemAttribute>().Where(item => item.Name.Length > 0).ToDictionary(item => item.Name);
        if (items.Count == 0)
        {
            return;
        }

        var members = ItemsOf(declared);
        Same(members.Keys.Where(member => !member.Contains("[]", StringComparison.Ordinal)), items.Keys, name, "[Item]");
        foreach (var (member, shape) in members.Where(pair => pair.Value.Required && !pair.Key.Contains("[]", StringComparison.Ordinal)))
        {
            var isAlwaysThere = ApiMembers.ParentsOf(member).All(parent => members[parent].Required);
            var hasMembers = members.Keys.Any(other => other.StartsWith(member + ".", StringComparison.Ordinal));
            Assert.True(
                !isAlwaysThere || hasMembers || items[member].Required || items[member].Always,
                $"{name}: the API requires '{member}'. Give its [Item] Required = true or Always = true.");
        }
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Null_is_sent_where_the_API_takes_it_and_nowhere_else(string name)
    {
        var wrong = Members(Operation.Of(Cmdlets.Find(name)))
            .Where(pair => pair.Parameter.Wire is MemberAttribute wire && pair.Shape.Type != Shape.Any && wire.Nullable != pair.Shape.Nullable)
            .Select(pair => $"{name} -{pair.Parameter.Name}: Nullable must be {(pair.Shape.Nullable ? "true" : "false")} in [{pair.Parameter.Wire!.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}(\"{pair.Parameter.Wire.Name}\")].");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(OperationNames))]
    public void Values_that_are_completed_are_those_that_the_API_knows(string name) =>
        Assert.All(Members(Operation.Of(Cmdlets.Find(name))), pair =>
        {
            var values = (pair.Shape.Items ?? pair.Shape).Values;
            if (values is null or { Count: >= TooManyToOffer } || pair.Parameter.IsMade || pair.Parameter.Type == typeof(System.Management.Automation.SwitchParameter))
            {
                return;
            }

            var known = pair.Parameter.Known?.Values ?? [];
            Assert.True(
                known.Order(StringComparer.Ordinal).SequenceEqual(values.Order(StringComparer.Ordinal)),
                $"{name} -{pair.Parameter.Name}: [KnownValues] must be {string.Join(", ", values)}; it lacks '{string.Join(", ", values.Except(known))}' and has '{string.Join(", ", known.Except(values))}' too many.");
        });

    [Theory, MemberData(nameof(OperationNames))]
    public void Deprecated_operations_name_their_successor_and_no_others_do(string name)
    {
        var declared = Operation.Of(Cmdlets.Find(name));
        Assert.All(declared.Declarations, declaration => Assert.True(
            ApiMembers.Of(declaration).Lifecycle == "deprecated" == declaration.Successor is not null,
            declaration.Successor is null ? $"{name}: the operation is deprecated, so [KomboOperation] needs Successor, the cmdlet to use instead." : $"{name}: only a deprecated operation has a Successor in [KomboOperation]."));
        if (declared.Declarations[0].Successor is { } successor)
        {
            Assert.True(Cmdlets.All.Any(cmdlet => Cmdlets.NameOf(cmdlet) == successor), $"{name}: the Successor '{successor}' in [KomboOperation] is no cmdlet.");
            var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "help", name + ".md"));
            Assert.True(page.Contains($"Deprecated: use {successor}", StringComparison.Ordinal), $"docs/help/{name}.md must say \"Deprecated: use {successor}\".");
        }
    }

    private static void Unread(JsonElement json, string[] words, string where, List<string> faults) =>
        faults.AddRange(json.EnumerateObject().Where(member => !words.Contains(member.Name)).Select(member => $"{where}: '{member.Name}' means nothing here. The words are {string.Join(", ", words)} (api/README.md)."));

    private static void UnreadInShape(JsonElement shape, string where, List<string> faults)
    {
        Unread(shape, WordsOfShapes, where, faults);
        foreach (var member in shape.TryGetProperty("members", out var members) ? members.EnumerateObject().ToArray() : [])
        {
            UnreadInShape(member.Value, $"{where}.{member.Name}", faults);
        }

        if (shape.TryGetProperty("items", out var items))
        {
            UnreadInShape(items, where + "[]", faults);
        }

        foreach (var choice in shape.TryGetProperty("choices", out var choices) ? choices.EnumerateArray().ToArray() : [])
        {
            UnreadInShape(choice, where, faults);
        }
    }

    /// <summary>The parameters that fill one member, each with what the API says of the member.</summary>
    private static List<(OperationParameter Parameter, Shape Shape)> Members(Operation declared)
    {
        var apis = ApiMembers.Of(declared);
        var items = declared.Parameters.Any(parameter => parameter.Wire is ItemAttribute) ? ItemsOf(declared) : [];
        var found = new List<(OperationParameter, Shape)>();
        foreach (var parameter in declared.Parameters)
        {
            var shapes = parameter.Wire switch
            {
                QueryAttribute query => apis.Select(api => api.Query.GetValueOrDefault(query.Name)),
                BodyAttribute body => apis.Select(api => ApiMembers.OfBody(api).GetValueOrDefault(body.Name)),
                ItemAttribute item => [items.GetValueOrDefault(item.Name)],
                _ => [],
            };
            found.AddRange(shapes.OfType<Shape>().Select(shape => (parameter, shape)));
        }

        return found;
    }

    /// <summary>The members of each row of a collected list: of its lines, or of the list of which every other member is a part.</summary>
    private static Dictionary<string, Shape> ItemsOf(Operation declared) => ApiMembers.Of(declared)
        .SelectMany(ApiMembers.OfBody)
        .Select(pair => (Path: Regex.Match(pair.Key, @"^\w*\[\]\.(.+)$"), Shape: pair.Value))
        .Where(pair => pair.Path.Success)
        .ToDictionary(pair => pair.Path.Groups[1].Value, pair => pair.Shape, StringComparer.Ordinal);

    private static List<string> NamesOf<T>(Operation declared)
        where T : WireAttribute => [.. declared.Parameters.Where(parameter => parameter.Wire is T { Name.Length: > 0 }).Select(parameter => parameter.Wire!.Name)];

    private static void Same(IEnumerable<string> expected, IEnumerable<string> declared, string name, string attribute)
    {
        var missing = expected.Except(declared).ToArray();
        var tooMany = declared.Except(expected).ToArray();
        string[] faults =
        [
            .. missing.Select(member => $"{name} has no parameter with {attribute} for {member}."),
            .. tooMany.Select(member => $"{name} has {attribute} for {member}, which api/facts does not know. Correct the name, or add the fact."),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }
}
