using System.Globalization;
using System.Text;
using System.Text.Json;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Sandbox;

/// <summary>What every request goes through: key, rate, failures on request, integration, query, body; then its route.</summary>
internal sealed class Dispatcher(SandboxOptions options)
{
    private readonly object _gate = new();
    private readonly Company _company = new();
    private readonly RateWindow _rate = new(options.RateLimit, options.RateLimitWindow);
    private readonly Dictionary<string, int> _sprung = new(StringComparer.Ordinal);
    private int _actions;
    private int _logs;

    /// <summary>Answers one request.</summary>
    public SandboxResponse Answer(Call call)
    {
        lock (_gate)
        {
            var route = Router.Find(call.Method, call.Path, out var segments);
            if (route is { NeedsKey: false })
            {
                return Guard(call, () => Finish(route, new SandboxRequest(_company, call, segments)));
            }

            if (call.Authorization != "Bearer " + options.ApiKey)
            {
                return Guard(call, () => throw new SandboxException(
                    "PLATFORM.AUTHENTICATION_INVALID", "The API key is missing or invalid. Send it as 'Authorization: Bearer <key>'."));
            }

            var within = _rate.Take();
            var response = Guard(call, () => within ? Route(call, route, segments) : throw new SandboxException(
                "PLATFORM.RATE_LIMIT_EXCEEDED", $"Rate limit exceeded, try again in {_rate.Reset} seconds."));
            _rate.WriteTo(response);
            if (response.IsAction)
            {
                response.Add("Concurrency-Limit", options.ConcurrencyLimit.ToString(CultureInfo.InvariantCulture));
                response.Add("Concurrency-Remaining", (options.ConcurrencyLimit - _actions).ToString(CultureInfo.InvariantCulture));
            }

            return response;
        }
    }

    /// <summary>The answer has been handed over.</summary>
    public void Done(SandboxResponse response)
    {
        if (response.IsAction)
        {
            lock (_gate)
            {
                _actions--;
            }
        }
    }

    private SandboxResponse Route(Call call, SandboxRoute? route, Dictionary<string, string> segments)
    {
        if (route is null)
        {
            throw new SandboxException(null, $"The sandbox has no operation {call.Method} /{call.Path}.", 404);
        }

        if (!route.IsAction)
        {
            return Serve(call, route, segments);
        }

        if (_actions >= options.ConcurrencyLimit)
        {
            throw new SandboxException(
                "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", $"More than {options.ConcurrencyLimit} actions in flight for this integration.");
        }

        _actions++;
        var response = Guard(call, () => Serve(call, route, segments));
        response.IsAction = true;
        return response;
    }

    private SandboxResponse Serve(Call call, SandboxRoute route, Dictionary<string, string> segments)
    {
        var request = new SandboxRequest(_company, call, segments);
        ReadQuery(request);
        var hasBody = ReadBody(request, route.TakesLines);
        var texts = Texts(request.Body).Concat(request.Lines.SelectMany(Texts)).ToList();
        var failure = Failure(segments.Values.Concat([call.IntegrationId]).Concat(request.Query.Values.SelectMany(Filter.Split)).Concat(texts), request);
        if (failure is not null and not Failures.Truncated)
        {
            return Failures.Answer(failure);
        }

        CheckIntegration(call, route, segments);
        foreach (var name in request.Query.Keys.Where(name => !route.QueryNames.Contains(name)))
        {
            throw SandboxException.Invalid($"The query parameter '{name}' is unknown to {route.Method} /{route.Template}.");
        }

        var type = route.TakesLines ? "application/x-ndjson" : "application/json";
        if (hasBody && call.ContentType != type)
        {
            throw SandboxException.Invalid($"The body must be {type}, not {call.ContentType ?? "without a type"}.");
        }

        if (!route.TakesLines)
        {
            route.Body?.Invoke(request.Body, string.Empty);
        }

        for (var line = 0; line < request.Lines.Count; line++)
        {
            route.Body?.Invoke(request.Lines[line], string.Format(CultureInfo.InvariantCulture, "line {0}", line + 1));
        }

        ForgetTriggers(request.Query);
        request.Warnings.AddRange(texts.Where(text => text.StartsWith("warn:", StringComparison.Ordinal)).Select(text => text.Substring(5)));
        var response = Finish(route, request);
        if (failure is not null)
        {
            response.Body = response.Body.Take(response.Body.Length / 2).ToArray();
        }

        return response;
    }

    private static SandboxResponse Finish(SandboxRoute route, SandboxRequest request)
    {
        var data = route.Handle(request);
        return data as SandboxResponse ?? SandboxResponse.Success(data, route.HasWarnings ? request.Warnings : null);
    }

    private SandboxResponse Guard(Call call, Func<SandboxResponse> work)
    {
        try
        {
            return work();
        }
        catch (SandboxException error)
        {
            var hasLog = error.Code is not null and not "PLATFORM.RATE_LIMIT_EXCEEDED";
            return SandboxResponse.Error(error, hasLog ? new Uri(call.Root, "/logs/" + Ids.Make("log", _logs++)) : null);
        }
    }

    private static void ReadQuery(SandboxRequest request)
    {
        foreach (var pair in request.Call.Address.Query.TrimStart('?').Split('&').Where(pair => pair.Length > 0))
        {
            var at = pair.IndexOf('=');
            var name = Unescape(at < 0 ? pair : pair.Substring(0, at));
            if (request.Query.ContainsKey(name))
            {
                throw Filter.Wrong(name, "it is there more than once");
            }

            request.Query[name] = at < 0 ? string.Empty : Unescape(pair.Substring(at + 1));
        }
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool ReadBody(SandboxRequest request, bool isLines)
    {
        if (request.Call.Method == "GET" || request.Call.Body.Length == 0)
        {
            return false;
        }

        try
        {
            if (isLines)
            {
                request.Lines.AddRange(Encoding.UTF8.GetString(request.Call.Body).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line =>
                    PlainJson.Parse(Encoding.UTF8.GetBytes(line)) as KomboMap ?? throw SandboxException.Invalid("Every line of the body must be a JSON object.")));
                return true;
            }

            request.Body = PlainJson.Parse(request.Call.Body) as KomboMap ?? throw SandboxException.Invalid("The body must be a JSON object.");
            return true;
        }
        catch (JsonException error)
        {
            throw SandboxException.Invalid($"The body is not valid JSON: {error.Message}");
        }
    }

    /// <summary>All texts in a body, at any depth.</summary>
    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        KomboMap map => map.Values.SelectMany(Texts),
        KomboList<object?> list => list.SelectMany(Texts),
        _ => [],
    };

    /// <summary>What the request is to fail with, if anything.</summary>
    private string? Failure(IEnumerable<string?> texts, SandboxRequest request)
    {
        foreach (var trigger in Trigger.In(texts))
        {
            _sprung.TryGetValue(trigger.Text, out var times);
            if (times < trigger.Times && Cursor.Read(request.Query).Page >= trigger.Page)
            {
                _sprung[trigger.Text] = times + 1;
                return trigger.What;
            }
        }

        return null;
    }

    private void CheckIntegration(Call call, SandboxRoute route, Dictionary<string, string> segments)
    {
        if (route.NeedsIntegration)
        {
            var named = string.IsNullOrEmpty(call.IntegrationId)
                ? throw SandboxException.Invalid("The header 'X-Integration-Id' is missing.")
                : call.IntegrationId!;
            if (Known(named)?.Text("status") == "INACTIVE")
            {
                throw new SandboxException("INTEGRATION.INACTIVE", $"The integration '{named}' is switched off.");
            }
        }

        if (segments.TryGetValue("integration_id", out var id))
        {
            Known(id);
        }
    }

    /// <summary>Checks that there is such an integration. The result is null if nothing has happened to it.</summary>
    private Row? Known(string id)
    {
        var integration = _company.Get<Integrations>().Touched(id);
        var exists = integration is not null ? !integration.IsDeleted
            : id == options.IntegrationId || id.StartsWith("sandbox:", StringComparison.Ordinal) || Trigger.Is(id);
        return exists ? integration
            : throw new SandboxException("PLATFORM.INTEGRATION_NOT_FOUND", $"The integration '{id}' does not exist in this environment.");
    }

    /// <summary>A trigger that did not spring filters nothing.</summary>
    private static void ForgetTriggers(Dictionary<string, string> query)
    {
        foreach (var name in query.Where(entry => Filter.Split(entry.Value).Any(Trigger.Is)).Select(entry => entry.Key).ToArray())
        {
            query[name] = string.Join(",", Filter.Split(query[name]).Where(text => !Trigger.Is(text)));
            if (query[name].Length == 0)
            {
                query.Remove(name);
            }
        }
    }
}
