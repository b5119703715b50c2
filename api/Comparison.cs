using Kombo.Facts;

namespace Kombo.Api;

/// <summary>What another version of the vendor's document says otherwise than the facts, as a list to work through.</summary>
internal static class Comparison
{
    /// <summary>Compares, and describes each difference on a line of its own.</summary>
    /// <param name="document">The facts of the document that api/facts was written from.</param>
    /// <param name="all">All facts; what other sources said first is marked.</param>
    /// <param name="version">The other version.</param>
    public static IReadOnlyList<string> Of(ApiFacts document, ApiFacts all, Document version)
    {
        var lines = new List<string>();
        var other = version.Operations.ToDictionary(operation => operation.Key, StringComparer.Ordinal);
        Section(lines, "New operations (CONTRIBUTING.md, \"Adding an operation\")", other.Keys.Except(all.Operations.Keys).Select(key => $"{key} ({other[key].Lifecycle})"));
        Section(lines, "Operations that are gone (mark the cmdlet as deprecated, or remove it)", document.Operations.Keys.Except(other.Keys).Except(version.Unread.Keys));
        foreach (var (key, operation) in other.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            all.Operations.TryGetValue(key, out var merged);
            if (document.Operations.TryGetValue(key, out var known))
            {
                Section(lines, key, OfOperation(known, operation, merged));
            }
            else if (merged is not null)
            {
                Section(lines, $"{key} is in the document now, and was known from {merged.Source.Name}", OfOperation(merged, operation, null).DefaultIfEmpty("says the same"));
            }
        }

        var hooks = version.Webhooks.ToDictionary(webhook => webhook.Type, StringComparer.Ordinal);
        Section(lines, "New webhooks (CONTRIBUTING.md, \"Adding a webhook event\")", hooks.Keys.Except(all.Webhooks.Keys));
        Section(lines, "Webhooks that are gone", document.Webhooks.Keys.Except(hooks.Keys).Except(version.Unread.Keys));
        foreach (var (type, webhook) in hooks.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            all.Webhooks.TryGetValue(type, out var merged);
            if (document.Webhooks.TryGetValue(type, out var known))
            {
                Section(lines, $"webhook {type}", OfShape("payload", known.Payload, webhook.Payload, merged?.Payload).Concat(Changed("deprecated", known.IsDeprecated, webhook.IsDeprecated)));
            }
            else if (merged is not null)
            {
                Section(lines, $"webhook {type} is in the document now, and was known from {merged.Source.Name}", OfShape("payload", merged.Payload, webhook.Payload, null).DefaultIfEmpty("says the same"));
            }
        }

        Section(lines, "What could not be read (teach api/Document.cs the new form)", version.Unread.Select(part => $"{part.Key}: {part.Value}"));
        return lines;
    }

    private static void Section(List<string> lines, string title, IEnumerable<string> differences)
    {
        var all = differences.ToList();
        if (all.Count > 0)
        {
            lines.Add($"## {title}");
            lines.AddRange(all.Select(difference => $"- [ ] {difference}"));
            lines.Add("");
        }
    }

    private static IEnumerable<string> OfOperation(ApiOperation known, ApiOperation other, ApiOperation? merged) =>
        Changed("lifecycle", known.Lifecycle, other.Lifecycle)
            .Concat(Changed("header X-Integration-Id", known.NeedsIntegration, other.NeedsIntegration))
            .Concat(Changed("permission", known.Permission, other.Permission))
            .Concat(Changed("error codes", known.Errors, other.Errors))
            .Concat(Changed("warnings", known.HasWarnings, other.HasWarnings))
            .Concat(Changed("updated_after", ReachText(known), ReachText(other)))
            .Concat(OfMembers("query", known.Query, other.Query, merged?.Query))
            .Concat(OfPart("body", known.Body, other.Body, merged?.Body))
            .Concat(OfPart("answer", known.Answer, other.Answer, merged?.Answer));

    private static string ReachText(ApiOperation operation) =>
        string.Join(", ", operation.Reach.OrderBy(reach => reach.Path, StringComparer.Ordinal).Select(reach => $"{reach.Path} ({(reach.Entries is { } entries ? $"entries {Word(entries)}, " : "")}linked {Word(reach.Linked)})"));

    private static IEnumerable<string> OfPart(string where, Shape? known, Shape? other, Shape? merged) => (known, other) switch
    {
        (null, null) => [],
        (null, _) => [$"{where}: new: {ShapeText.Of(other!)}"],
        (_, null) => [$"{where}: gone"],
        _ => OfShape(where, known!, other!, merged),
    };

    private static IEnumerable<string> OfShape(string where, Shape known, Shape other, Shape? merged)
    {
        var own = Changed($"{where}: type", known.Type, other.Type)
            .Concat(Changed($"{where}: required", known.Required, other.Required))
            .Concat(Changed($"{where}: nullable", known.Nullable, other.Nullable))
            .Concat(Changed($"{where}: pattern", known.Pattern, other.Pattern))
            .Concat(Changed($"{where}: least length", known.MinLength, other.MinLength))
            .Concat(Changed($"{where}: greatest length", known.MaxLength, other.MaxLength))
            .Concat(Changed($"{where}: least value", known.Min, other.Min))
            .Concat(Changed($"{where}: greatest value", known.Max, other.Max))
            .Concat(Changed($"{where}: must be above", known.Above, other.Above))
            .Concat(Changed($"{where}: most entries", known.MaxItems, other.MaxItems))
            .Concat(OfValues(where, known.Values, other.Values));
        return known.Type != other.Type ? own : own
            .Concat(OfMembers(where, known.Members ?? new Dictionary<string, Shape>(), other.Members ?? new Dictionary<string, Shape>(), merged?.Members))
            .Concat(known.Items is { } items && other.Items is { } otherItems ? OfShape($"{where}[]", items, otherItems, merged?.Items) : [])
            .Concat(OfChoices(where, known.Choices ?? [], other.Choices ?? []));
    }

    private static IEnumerable<string> OfValues(string where, IReadOnlyList<string>? known, IReadOnlyList<string>? other)
    {
        var added = (other ?? []).Except(known ?? []).ToArray();
        var gone = (known ?? []).Except(other ?? []).ToArray();
        return [.. added.Length > 0 ? new[] { $"{where}: new values {string.Join(", ", added)}" } : [], .. gone.Length > 0 ? new[] { $"{where}: values gone {string.Join(", ", gone)}" } : []];
    }

    private static IEnumerable<string> OfMembers(
        string where, IReadOnlyDictionary<string, Shape> known, IReadOnlyDictionary<string, Shape> other, IReadOnlyDictionary<string, Shape>? merged) =>
        other.Where(member => !known.ContainsKey(member.Key)).SelectMany(member => OfNew($"{where}.{member.Key}", member.Value, merged?.GetValueOrDefault(member.Key)))
            .Concat(known.Keys.Where(name => !other.ContainsKey(name)).Select(name => $"{where}.{name}: gone"))
            .Concat(known.Where(member => other.ContainsKey(member.Key)).SelectMany(member => OfShape($"{where}.{member.Key}", member.Value, other[member.Key], merged?.GetValueOrDefault(member.Key))));

    private static IEnumerable<string> OfNew(string where, Shape shape, Shape? merged) => merged is null
        ? [$"{where}: new: {ShapeText.Of(shape)}"]
        : OfShape(where, merged, shape, null).DefaultIfEmpty("says the same").Select(difference => $"{where} is in the document now, and was known from {merged.Source?.Name}: {difference}");

    /// <summary>Choices have no names: each is compared with the one in its place that has the same constants, else as a whole.</summary>
    private static IEnumerable<string> OfChoices(string where, IReadOnlyList<Shape> known, IReadOnlyList<Shape> other)
    {
        var left = other.ToList();
        foreach (var choice in known)
        {
            var match = left.FirstOrDefault(one => NameOf(one) == NameOf(choice));
            if (match is null)
            {
                yield return $"{where}: a choice is gone: {NameOf(choice)}";
                continue;
            }

            left.Remove(match);
            foreach (var line in OfShape($"{where}<{NameOf(choice)}>", choice, match, null))
            {
                yield return line;
            }
        }

        foreach (var choice in left)
        {
            yield return $"{where}: a new choice: {ShapeText.Of(choice)}";
        }
    }

    private static string NameOf(Shape choice) =>
        choice.Members?.FirstOrDefault(member => member.Value.Values is { Count: 1 }) is { Key: { } key, Value: { } constant } ? $"{key} {constant.Values![0]}" : choice.Type;

    private static IEnumerable<string> Changed<T>(string what, T known, T other) =>
        EqualityComparer<T>.Default.Equals(known, other) ? [] : [$"{what}: {Word(known)} -> {Word(other)}"];

    private static string Word(object? value) => value switch
    {
        null or "" => "none",
        true => "yes",
        false => "no",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
