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
    private readonly Database _database = new();
    private readonly RateLimiter _rate = new(options.RateLimit, options.RateLimitWindow);
    private readonly Dictionary<string, int> _fired = new(StringComparer.Ordinal);
    private int _actions;
    private int _logs;

    /// <summary>Lets days pass.</summary>
    public void PassDays(int count)
    {
        lock (_gate)
        {
            for (var i = 0; i < count; i++)
            {
                _database.PassDay();
            }
        }
    }

    /// <summary>Answers one request.</summary>
    public SandboxResponse Answer(RawRequest raw)
    {
        lock (_gate)
        {
            var response = AnswerNow(raw);
            response.Add("Date", _database.Date);
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

    private SandboxResponse AnswerNow(RawRequest raw)
    {
        var route = Router.Find(raw.Method, raw.Path, out var segments);
        if (route is { NeedsKey: false })
        {
            return Guard(raw, () => Finish(route, new SandboxRequest(_database, raw, segments)));
        }

        if (raw.Authorization != "Bearer " + options.ApiKey)
        {
            return Guard(raw, () => throw new SandboxException(
                "PLATFORM.AUTHENTICATION_INVALID", "The API key is missing or invalid. Send it as 'Authorization: Bearer <key>'."));
        }

        var within = _rate.Take();
        var response = Guard(raw, () => within ? Route(raw, route, segments) : throw new SandboxException(
            "PLATFORM.RATE_LIMIT_EXCEEDED", $"Rate limit exceeded, try again in {_rate.Reset} seconds."));
        _rate.WriteTo(response);
        if (response.IsAction)
        {
            response.Add("Concurrency-Limit", options.ConcurrencyLimit.ToString(CultureInfo.InvariantCulture));
            response.Add("Concurrency-Remaining", (options.ConcurrencyLimit - _actions).ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    private SandboxResponse Route(RawRequest raw, SandboxRoute? route, Dictionary<string, string> segments)
    {
        if (route is null)
        {
            throw new SandboxException(null, $"The sandbox has no operation {raw.Method} /{raw.Path}.", 404);
        }

        if (!route.IsAction)
        {
            return Serve(raw, route, segments);
        }

        if (_actions >= options.ConcurrencyLimit)
        {
            throw new SandboxException(
                "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", $"More than {options.ConcurrencyLimit} actions in flight for this integration.");
        }

        _actions++;
        var response = Guard(raw, () => Serve(raw, route, segments));
        response.IsAction = true;
        return response;
    }

    private SandboxResponse Serve(RawRequest raw, SandboxRoute route, Dictionary<string, string> segments)
    {
        var request = new SandboxRequest(_database, raw, segments);
        ReadQuery(request);
        var hasBody = ReadBody(request, route.Api is { TakesLines: true });
        var texts = Texts(request.Body).Concat(request.Lines.SelectMany(Texts)).ToList();
        var failure = Failure(segments.Values.Concat([raw.IntegrationId]).Concat(request.Query.Values.SelectMany(Filter.Split)).Concat(texts), request);
        if (failure is not null and not Failures.Truncated)
        {
            return Failures.Answer(failure);
        }

        CheckIntegration(raw, route, segments);
        foreach (var name in request.Query.Keys.Where(name => route.Api?.Query.ContainsKey(name) != true))
        {
            throw SandboxException.Invalid($"The query parameter '{name}' is unknown to {route.Method} /{route.Template}.");
        }

        var type = route.Api is { TakesLines: true } ? "application/x-ndjson" : "application/json";
        if (hasBody && raw.ContentType != type)
        {
            throw SandboxException.Invalid($"The body must be {type}, not {raw.ContentType ?? "without a type"}.");
        }

        if (route.Api is { Body: { } body } api)
        {
            foreach (var (map, path) in api.TakesLines ? request.Lines.Select((line, index) => (line, FormattableString.Invariant($"line {index + 1}"))) : [(request.Body, "")])
            {
                BodyCheck.Check(body, map, path);
            }
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
        return data as SandboxResponse ?? SandboxResponse.Success(data, route.Api is { HasWarnings: true } ? request.Warnings : null);
    }

    private SandboxResponse Guard(RawRequest raw, Func<SandboxResponse> work)
    {
        try
        {
            return work();
        }
        catch (SandboxException error)
        {
            var hasLog = error.Code is not null and not "PLATFORM.RATE_LIMIT_EXCEEDED";
            return SandboxResponse.Error(error, hasLog ? new Uri(raw.Root, "/logs/" + Ids.Make("log", _logs++)) : null);
        }
    }

    private static void ReadQuery(SandboxRequest request)
    {
        foreach (var pair in request.Raw.Address.Query.TrimStart('?').Split('&').Where(pair => pair.Length > 0))
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
        if (request.Raw.Method == "GET" || request.Raw.Body.Length == 0)
        {
            return false;
        }

        try
        {
            if (isLines)
            {
                request.Lines.AddRange(Encoding.UTF8.GetString(request.Raw.Body).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line =>
                    PlainJson.Parse(Encoding.UTF8.GetBytes(line)) as KomboMap ?? throw SandboxException.Invalid("Every line of the body must be a JSON object.")));
                return true;
            }

            request.Body = PlainJson.Parse(request.Raw.Body) as KomboMap ?? throw SandboxException.Invalid("The body must be a JSON object.");
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
        foreach (var trigger in FailureTrigger.In(texts))
        {
            _fired.TryGetValue(trigger.Text, out var times);
            if (times < trigger.Times && Cursor.Read(request.Query).Page >= trigger.Page)
            {
                _fired[trigger.Text] = times + 1;
                return trigger.What;
            }
        }

        return null;
    }

    private void CheckIntegration(RawRequest raw, SandboxRoute route, Dictionary<string, string> segments)
    {
        if (route.NeedsIntegration)
        {
            var named = string.IsNullOrEmpty(raw.IntegrationId)
                ? throw SandboxException.Invalid("The header 'X-Integration-Id' is missing.")
                : raw.IntegrationId!;
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
        var integration = _database.Get<Integrations>().Touched(id);
        var exists = integration is not null ? !integration.IsDeleted
            : id == options.IntegrationId || id.StartsWith("sandbox:", StringComparison.Ordinal) || FailureTrigger.Is(id);
        return exists ? integration
            : throw new SandboxException("PLATFORM.INTEGRATION_NOT_FOUND", $"The integration '{id}' does not exist in this environment.");
    }

    /// <summary>A trigger that did not fire filters nothing.</summary>
    private static void ForgetTriggers(Dictionary<string, string> query)
    {
        foreach (var name in query.Where(entry => Filter.Split(entry.Value).Any(FailureTrigger.Is)).Select(entry => entry.Key).ToArray())
        {
            query[name] = string.Join(",", Filter.Split(query[name]).Where(text => !FailureTrigger.Is(text)));
            if (query[name].Length == 0)
            {
                query.Remove(name);
            }
        }
    }
}
