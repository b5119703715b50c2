using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// The columns of a flat row, for all objects of one model: they follow from the model and from what was asked for, never from
/// an object. Needs no engine.
/// </summary>
internal sealed class FlatColumns
{
    private readonly FlatText _text;
    private readonly Member? _expanded;
    private readonly List<Column> _columns = [];

    /// <summary>The columns for a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">Names with dots and wildcards; null for all that is not sensitive.</param>
    /// <param name="expandedList">The list that gives a row an item; null for one row an object.</param>
    /// <param name="withSensitive">True when wildcards stand for sensitive properties, too.</param>
    /// <param name="text">How values are written.</param>
    /// <exception cref="KomboException">The model has no such property.</exception>
    public FlatColumns(Type model, IReadOnlyList<string>? patterns, string? expandedList, bool withSensitive, FlatText text)
    {
        _text = text;
        if (expandedList is not null)
        {
            var lists = Members(model).Where(member => member.Item is not null).ToList();
            _expanded = lists.Find(member => member.Name.Equals(expandedList, StringComparison.OrdinalIgnoreCase))
                ?? throw Unknown("ExpandList", expandedList, $"is not a list of {InputValue.Article(model.Name)} object", lists);
        }

        foreach (var pattern in patterns ?? ["*"])
        {
            var found = Find(model, pattern.Split('.'), [], withSensitive).ToList();
            if (patterns is null && _expanded is { Item: { } item } && typeof(KomboObject).IsAssignableFrom(item))
            {
                var at = found.FindIndex(column => column.Path[0].Name == _expanded.Name);
                if (at >= 0)
                {
                    found.RemoveAt(at);
                }

                found.InsertRange(at >= 0 ? at : found.Count, Find(model, [_expanded.Name, "*"], [], withSensitive));
            }

            _columns.AddRange(found.Where(column => !_columns.Exists(other => other.Name == column.Name)));
        }
    }

    /// <summary>The names of the columns.</summary>
    public IEnumerable<string> Names => _columns.Select(column => column.Name);

    /// <summary>The cells of the rows of an object: one row, or one for each item of the list that is expanded.</summary>
    /// <param name="source">An object of the model.</param>
    public IEnumerable<string?[]> Rows(KomboObject source)
    {
        if (_expanded is null)
        {
            yield return Cells(source, null);
            yield break;
        }

        // Without items there is one row all the same: an export loses nobody.
        var items = (_expanded.Read(source) as IEnumerable)?.Cast<object?>().ToList() ?? [];
        foreach (var item in items.Count == 0 ? [null] : items)
        {
            yield return Cells(source, new Item(item));
        }
    }

    private string?[] Cells(KomboObject source, Item? item) => _columns.Select(column => _text.Of(Value(source, column, item), column.IsDay)).ToArray();

    private object? Value(KomboObject source, Column column, Item? item)
    {
        object? value = source;
        for (var index = 0; index < column.Path.Count && value is not null; index++)
        {
            var member = column.Path[index];
            value = index == 0 && item is not null && member.Name == _expanded!.Name ? item.Value : Step(value, member);
        }

        return column.Keys is null ? value : Inner(value, column.Keys);
    }

    /// <summary>A member of an object, or of each item of a list.</summary>
    private static object? Step(object value, Member member) => value is IEnumerable list and not (string or IDictionary)
        ? new KomboList<object?>(list.Cast<object?>().Where(item => item is not null).Select(member.Read!))
        : member.Read(value);

    /// <summary>What free-form data has under the rest of a name; a key may have dots in it.</summary>
    private static object? Inner(object? value, string keys)
    {
        if (value is IEnumerable list and not (string or IDictionary))
        {
            return new KomboList<object?>(list.Cast<object?>().Select(item => Inner(item, keys)).Where(item => item is not null));
        }

        if (value is not KomboMap map)
        {
            return null;
        }

        if (map.TryGetValue(keys, out var own))
        {
            return own;
        }

        for (var dot = keys.IndexOf('.'); dot >= 0; dot = keys.IndexOf('.', dot + 1))
        {
            if (map.TryGetValue(keys.Substring(0, dot), out var inner) && Inner(inner, keys.Substring(dot + 1)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<Column> Find(Type type, string[] parts, Member[] before, bool withSensitive)
    {
        var (name, rest) = (parts[0], parts.Skip(1).ToArray());
        var isPattern = name == "*" || WildcardPattern.ContainsWildcardCharacters(name);
        var pattern = isPattern && name != "*" ? new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant) : null;
        var members = Members(type);
        var found = members.Where(member => !isPattern
            ? member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            : (pattern is null || pattern.IsMatch(member.Name)) && !member.IsRepetition && (withSensitive || !member.IsSensitive)).ToList();
        if (found.Count == 0)
        {
            var shown = string.Join(".", before.Select(member => member.Name).Append(name));
            throw Unknown("Property", shown, $"is not a property of {InputValue.Article(type.Name)} object", members);
        }

        foreach (var member in found)
        {
            Member[] path = [.. before, member];
            if (rest.Length == 0)
            {
                yield return new Column(path, null);
            }
            else if (member.Model is { } inner)
            {
                foreach (var column in Find(inner, rest, path, withSensitive))
                {
                    yield return column;
                }
            }
            else if (member.IsFree)
            {
                var keys = string.Join(".", rest);
                yield return keys.Contains('*') || WildcardPattern.ContainsWildcardCharacters(keys)
                    ? throw KomboException.InvalidInput("Property", $"{InputValue.Quote(string.Join(".", path.Select(part => part.Name)) + "." + keys)}: every object has keys of its own there, and all rows have the same columns. Name the keys.")
                    : new Column(path, keys);
            }
            else if (!isPattern)
            {
                throw KomboException.InvalidInput("Property", $"{member.Name} of {InputValue.Article(type.Name)} object has no properties, so {InputValue.Quote(string.Join(".", parts))} is none.");
            }
        }
    }

    private static KomboException Unknown(string parameter, string name, string what, IEnumerable<Member> known)
    {
        var names = known.Select(member => member.Name).ToList();
        var meant = Likeness.Closest(names, name.Split('.').Last());
        return KomboException.InvalidInput(parameter, $"{InputValue.Quote(name)} {what}. {(meant is null ? $"There are {string.Join(", ", names)}." : $"Did you mean {meant}?")}");
    }

    private static List<Member> Members(Type model) => model.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.DeclaringType == typeof(KomboObject)) // what this version does not know comes last
        .Select(property => new Member(property))
        .ToList();

    /// <summary>One property on the way to a cell.</summary>
    private sealed class Member
    {
        private readonly PropertyInfo _property;

        public Member(PropertyInfo property)
        {
            _property = property;
            var type = property.PropertyType;
            Item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KomboList<>) ? type.GetGenericArguments()[0] : null;
            var element = Item ?? type;
            Model = typeof(KomboObject).IsAssignableFrom(element) ? element : null;
            IsFree = element == typeof(KomboMap) || element == typeof(object);
            IsDay = KomboTime.IsDay(property);

            // The tool's own record holds everything, and nobody knows what will be in members of later versions.
            IsSensitive = property.GetCustomAttribute<SensitiveAttribute>() is not null || Name == "RemoteData" || property.DeclaringType == typeof(KomboObject);
            IsRepetition = !property.CanWrite && property.DeclaringType != typeof(KomboObject);
        }

        public string Name => _property.Name;

        /// <summary>The kind of item of a list; null for other properties.</summary>
        public Type? Item { get; }

        /// <summary>The model of the value or of its items; null for values.</summary>
        public Type? Model { get; }

        /// <summary>True for free-form data.</summary>
        public bool IsFree { get; }

        public bool IsDay { get; }

        public bool IsSensitive { get; }

        /// <summary>True for what only repeats or sums up other properties, such as the id under its own name.</summary>
        public bool IsRepetition { get; }

        public object? Read(object source) => _property.DeclaringType!.IsInstanceOfType(source) ? _property.GetValue(source) : null;
    }

    private sealed class Column(IReadOnlyList<Member> path, string? keys)
    {
        public IReadOnlyList<Member> Path { get; } = path;

        /// <summary>The keys within free-form data; null where the path leads to the value.</summary>
        public string? Keys { get; } = keys;

        public string Name { get; } = string.Join(".", path.Select(member => member.Name)) + (keys is null ? "" : "." + keys);

        public bool IsDay => Keys is null && Path[Path.Count - 1].IsDay;
    }

    private sealed class Item(object? value)
    {
        public object? Value { get; } = value;
    }
}
