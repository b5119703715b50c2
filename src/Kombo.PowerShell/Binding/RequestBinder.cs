using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>
/// Turns a cmdlet's parameters into a request. Pure: it needs neither an engine nor a connection, so every cmdlet's
/// request can be tested on any machine.
/// </summary>
internal static class RequestBinder
{
    /// <summary>Builds the request.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="given">The names of the parameters that count as given.</param>
    /// <param name="connectionIntegrationId">The connection's integration; null for none.</param>
    /// <param name="replaced">Values to use instead of the cmdlet's properties; they count as given. Null for none.</param>
    /// <returns>The request.</returns>
    /// <exception cref="KomboException">A value cannot be sent; the exception names the parameter.</exception>
    public static KomboRequest Bind(
        object command, ICollection<string> given, string? connectionIntegrationId, IReadOnlyDictionary<string, object?>? replaced = null)
    {
        var operation = Operation.Of(command.GetType());
        var declaration = operation.DeclarationFor(command);
        var values = new List<BoundParameter>();
        foreach (var parameter in operation.Parameters)
        {
            if (replaced is not null && replaced.TryGetValue(parameter.Name, out var replacement))
            {
                values.Add(new BoundParameter(parameter, replacement));
            }
            else if (given.Contains(parameter.Name) || (parameter.IsMade && parameter.ValueIn(command) is not null))
            {
                values.Add(new BoundParameter(parameter, parameter.ValueIn(command)));
            }
        }

        var lines = values.Find(pair => pair.Parameter.Wire is LinesAttribute);
        var (path, displayPath) = BindPath(declaration, operation, values, connectionIntegrationId);
        var body = declaration.Method == "GET" ? null : lines is null ? BindMembers<BodyAttribute>(operation.Parameters, values, (command as ICultureChoice)?.Culture) : lines.Value;
        if (body is not null)
        {
            BodyLimits.Check(declaration, operation.Parameters, body);
        }

        return new KomboRequest(declaration.Method, path)
        {
            DisplayPath = displayPath,
            Secrets = values.Where(pair => pair.Parameter.Wire is { Secret: true }).Select(pair => pair.Value).OfType<string>().ToArray(),
            Query = BindQuery(declaration, values),
            Body = body,
            IsLines = lines is not null,
            MaxBodyBytes = lines?.Parameter.Wire is LinesAttribute { MaxBytes: > 0 and var most } ? most : null,
            Timeout = declaration.TimeoutSeconds > 0 ? TimeSpan.FromSeconds(declaration.TimeoutSeconds) : null,
            IntegrationHeader = operation.IntegrationHeader is null ? IntegrationHeader.None : IntegrationHeader.Required,
            IntegrationId = values.Find(pair => pair.Parameter.IsIntegrationHeader)?.Value as string,
            IsRead = declaration.IsRead || command is IReadChoice { IsRead: true },
            IsLive = declaration.Live,
            ListMember = declaration.List,
            IsPaged = declaration.MaxPageSize > 0,
        };
    }

    /// <summary>A part of a path, escaped.</summary>
    /// <exception cref="KomboException">The value would lead elsewhere.</exception>
    internal static string Segment(string value, string parameter)
    {
        if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
        {
            throw KomboException.InvalidInput(parameter, $"{InputValue.Quote(value)} is not an id.");
        }

        CheckAddressText(value, parameter);
        return Uri.EscapeDataString(value);
    }

    /// <summary>Refuses what no server takes in an address.</summary>
    /// <exception cref="KomboException">It is too long, or nothing can carry it.</exception>
    internal static void CheckAddressText(string value, string parameter)
    {
        if (value.Length > KomboRequest.MostAddressLength)
        {
            throw KomboException.InvalidInput(parameter, string.Format(
                CultureInfo.InvariantCulture, "{0} is too long: the value is part of the address, and the maximum is {1:N0} characters.", InputValue.Quote(value), KomboRequest.MostAddressLength));
        }

        try
        {
            InputValue.Whole(value);
        }
        catch (FormatException refusal)
        {
            throw KomboException.InvalidInput(parameter, refusal.Message);
        }
    }

    /// <summary>A query value without a declaration: lists are joined with commas, maps become JSON.</summary>
    internal static string FreeText(object? value, string parameter) => PlainValue.From(value, parameter) switch
    {
        null => throw KomboException.InvalidInput(parameter, "a value is null. Omit the entry."),
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => KomboTime.Format(time),
        KomboList<object?> list => string.Join(",", list.Select(item => FreeText(item, parameter))),
        KomboMap map => map.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static (string Path, string DisplayPath) BindPath(
        KomboOperationAttribute declaration, Operation operation, List<BoundParameter> values, string? connectionIntegrationId)
    {
        var path = declaration.Path;
        var displayPath = path;
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Wire is not PathAttribute wire || !declaration.Path.Contains("{" + wire.Name + "}"))
            {
                continue;
            }

            var value = values.Find(pair => pair.Parameter == parameter)?.Value ?? (wire.DefaultsToConnection ? connectionIntegrationId : wire.Default);
            if (value is null)
            {
                throw KomboException.InvalidInput(
                    parameter.Name, wire.DefaultsToConnection ? "neither the command nor the connection has an integration." : "it is required.");
            }

            var text = Canonical(parameter, Text(parameter, value));
            var segment = Segment(wire.LowerCase ? text.ToLowerInvariant() : text, parameter.Name);
            path = path.Replace("{" + wire.Name + "}", segment);
            displayPath = wire.Secret ? displayPath : displayPath.Replace("{" + wire.Name + "}", segment);
        }

        return (path, displayPath);
    }

    private static List<KeyValuePair<string, string>> BindQuery(
        KomboOperationAttribute declaration, List<BoundParameter> values)
    {
        var query = new List<KeyValuePair<string, string>>();
        var hasPageSize = false;
        foreach (var (parameter, value) in values)
        {
            if (parameter.Wire is not QueryAttribute wire)
            {
                continue;
            }

            hasPageSize |= wire.Name == "page_size";

            if (wire.Name == "page_size" && Convert.ToInt32(value, CultureInfo.InvariantCulture) is var size && (size < 1 || size > declaration.MaxPageSize))
            {
                throw KomboException.InvalidInput(parameter.Name, $"{size} is out of range: 1 to {declaration.MaxPageSize}.");
            }

            query.Add(new KeyValuePair<string, string>(wire.Name, QueryText(parameter, value)));
        }

        if (declaration.MaxPageSize > 0 && !hasPageSize)
        {
            query.Add(new KeyValuePair<string, string>("page_size", declaration.MaxPageSize.ToString(CultureInfo.InvariantCulture)));
        }

        return query;
    }

    private static string QueryText(OperationParameter parameter, object? value)
    {
        var plain = value is IDictionary ? PlainJson.ToText(PlainValue.From(value, parameter.Name)) : value;
        if (plain is IEnumerable items and not string)
        {
            // The API's lists are separated by commas and have no way to escape one.
            var texts = items.Cast<object?>().Select(item => Canonical(parameter, Text(parameter, item))).ToList();
            if (texts.Find(text => text.Contains(',')) is { } unsendable)
            {
                throw KomboException.InvalidInput(parameter.Name, $"{InputValue.Quote(unsendable)} contains a comma, which separates values in the API.");
            }

            plain = string.Join(",", texts);
        }

        var result = Canonical(parameter, Text(parameter, plain));
        CheckAddressText(result, parameter.Name);
        return result.Length > 0
            ? result
            : throw KomboException.InvalidInput(parameter.Name, "the value is empty. Omit the parameter to read without this filter.");
    }

    private static string Text(OperationParameter parameter, object? value) => value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapper => Text(parameter, wrapper.BaseObject),
        null or "" => throw KomboException.InvalidInput(parameter.Name, "the value is empty. Omit the parameter to read without this filter."),
        string text => text,
        SwitchParameter flag => flag.ToBool() ? "true" : "false",
        bool flag => flag ? "true" : "false",
        DateTime time when parameter.Wire is QueryAttribute { BareDate: true } => KomboTime.FormatBareDate(time),
        DateTime time => parameter.IsDate ? KomboTime.FormatDate(time) : KomboTime.FormatInstant(time),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A documented value in its documented spelling, so that <c>active</c> works; any other value as it is.</summary>
    private static string Canonical(OperationParameter parameter, string text) =>
        parameter.Known?.Values.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;

    /// <summary>Makes a JSON object of the values of those parameters that are members of the body, or of an item.</summary>
    /// <typeparam name="T">Which of the two.</typeparam>
    /// <param name="parameters">All parameters of the cmdlet.</param>
    /// <param name="values">The ones that were given, with their values.</param>
    /// <param name="culture">How numbers in maps are written, where they are text; null for the invariant form.</param>
    /// <exception cref="KomboException">A member is missing, given twice, or cannot be sent; the exception names the parameter.</exception>
    internal static KomboMap BindMembers<T>(
        IReadOnlyList<OperationParameter> parameters, List<BoundParameter> values, CultureInfo? culture)
        where T : MemberAttribute
    {
        var body = new KomboMap();
        var origin = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, value) in values)
        {
            if (parameter.Wire is not T wire || (value is null && !wire.Nullable))
            {
                continue;
            }

            var member = wire.TextValues ? Texts(parameter, value)
                : wire.BareDates ? BareDates(PlainValue.From(value, parameter.Name))
                : wire.Numbers.Length > 0 ? WithNumbers(PlainValue.From(value, parameter.Name), wire.Numbers, parameter.Name, culture)
                : BodyValue(parameter, value);
            Place(body, wire.Name, member, parameter.Name, origin);
        }

        foreach (var parameter in parameters)
        {
            if (parameter.Wire is not T wire || Contains(body, wire.Name))
            {
                continue;
            }

            if (wire.Required)
            {
                throw KomboException.InvalidInput(parameter.Name, $"it is required (as '{wire.Name}').");
            }

            if (wire.Always)
            {
                Place(body, wire.Name, wire.Default, parameter.Name, origin);
            }
        }

        return body;
    }

    private static object? BodyValue(OperationParameter parameter, object? value) => value switch
    {
        DateTime time => parameter.IsDate ? KomboTime.FormatDate(time) : KomboTime.FormatInstant(time),
        string text => Canonical(parameter, (string)PlainValue.From(text, parameter.Name)!),
        _ => PlainValue.From(value, parameter.Name),
    };

    private static object? BareDates(object? value) => value switch
    {
        DateTime time => KomboTime.FormatBareDate(time),
        KomboMap map => new KomboMap(map.Select(entry => new KeyValuePair<string, object?>(entry.Key, BareDates(entry.Value)))),
        KomboList<object?> list => new KomboList<object?>(list.Select(BareDates)),
        _ => value,
    };

    private static object? WithNumbers(object? value, string[] members, string parameter, CultureInfo? culture) => value switch
    {
        KomboMap map => new KomboMap(map.Select(entry => new KeyValuePair<string, object?>(
            entry.Key, entry.Value is string text && members.Contains(entry.Key) ? NumberIn(text, entry.Key, parameter, culture) : entry.Value))),
        KomboList<object?> list => new KomboList<object?>(list.Select(item => WithNumbers(item, members, parameter, culture))),
        _ => value,
    };

    private static double NumberIn(string text, string member, string parameter, CultureInfo? culture)
    {
        try
        {
            return TextValue.Number(text.Trim(), culture);
        }
        catch (FormatException refusal)
        {
            throw KomboException.InvalidInput(parameter, $"{refusal.Message}{(culture is null ? " " + TextValue.OtherWayOut : "")} (as '{member}')");
        }
    }

    private static KomboMap Texts(OperationParameter parameter, object? value) => PlainValue.From(value, parameter.Name) is KomboMap map
        ? new KomboMap(map.Select(entry => new KeyValuePair<string, object?>(entry.Key, FreeText(entry.Value, parameter.Name))))
        : throw KomboException.InvalidInput(parameter.Name, "pass a hashtable.");

    private static void Place(KomboMap body, string name, object? value, string parameter, Dictionary<string, string> origin)
    {
        if (name.Length == 0)
        {
            Merge(body, value as KomboMap ?? new KomboMap(), "", parameter, origin);
            return;
        }

        // Wrapped from the inside out: candidate.first_name = x is the map { candidate: { first_name: x } }.
        foreach (var part in Enumerable.Reverse(name.Split('.')))
        {
            value = new KomboMap { [part] = value };
        }

        Merge(body, (KomboMap)value!, "", parameter, origin);
    }

    private static void Merge(KomboMap target, KomboMap source, string prefix, string parameter, Dictionary<string, string> origin)
    {
        foreach (var entry in source)
        {
            var path = prefix + entry.Key;
            if (!target.TryGetValue(entry.Key, out var present))
            {
                target[entry.Key] = entry.Value;
                origin[path] = parameter;
            }
            else if (present is KomboMap inner && entry.Value is KomboMap more)
            {
                Merge(inner, more, path + ".", parameter, origin);
            }
            else
            {
                throw KomboException.InvalidInput(parameter, $"{InputValue.Quote(path)} is given twice, here and by {OriginOf(path, origin)}.");
            }
        }
    }

    /// <summary>The parameter that gave a member, or the map around it.</summary>
    private static string OriginOf(string path, Dictionary<string, string> origin)
    {
        while (true)
        {
            if (origin.TryGetValue(path, out var parameter))
            {
                return "-" + parameter;
            }

            var dot = path.LastIndexOf('.');
            if (dot < 0)
            {
                return "another parameter";
            }

            path = path.Substring(0, dot);
        }
    }

    private static bool Contains(KomboMap body, string name)
    {
        object? value = body;
        foreach (var part in name.Split('.'))
        {
            if (value is not KomboMap map || !map.TryGetValue(part, out value))
            {
                return false;
            }
        }

        return true;
    }
}
