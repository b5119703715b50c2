using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kombo.Tests;

/// <summary>
/// A Kombo in memory whose rows change when a test says so, also in the middle of a request. Its clock stands still but for
/// a second with each request and each change, so that everything it does can be repeated.
/// </summary>
internal sealed class ChangingKombo : HttpMessageHandler
{
    public const string Integration = "personio:1";

    private readonly object _gate = new();
    private readonly Dictionary<(string Integration, string Path), SortedDictionary<string, Entry>> _lists = [];
    private readonly List<string> _requests = [];

    /// <summary>The server's clock.</summary>
    public DateTime Now { get; set; } = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>What the integration is for; null for a key that may not see the integration.</summary>
    public string? Category { get; set; } = "HRIS";

    /// <summary>The Date of an answer; null for none.</summary>
    public Func<DateTime?>? Date { get; set; }

    /// <summary>Called before a request is answered, with its number from 1 on.</summary>
    public Action<int>? Asked { get; set; }

    /// <summary>What is answered in place of what is right; null for what is right.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Fault { get; set; }

    /// <summary>Path and query of all requests.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The requests for lists.</summary>
    public IReadOnlyList<string> Lists => [.. Requests.Where(request => !request.StartsWith("integrations/", StringComparison.Ordinal))];

    public static HttpResponseMessage Error(int status, string? code) => Answer(
        status, new JsonObject { ["status"] = "error", ["error"] = new JsonObject { ["code"] = code, ["title"] = "A title", ["message"] = "It failed.", ["log_url"] = null } }.ToJsonString());

    public void ForgetRequests()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    /// <summary>Adds a row or makes it another. A deleted one is there again.</summary>
    /// <param name="path">The list.</param>
    /// <param name="id">The id.</param>
    /// <param name="members">The other members, as JSON without braces.</param>
    /// <param name="integration">The integration.</param>
    public void Put(string path, string id, string members, string integration = Integration) => Change(list => list[id] = new Entry(members, Now, null), path, integration);

    /// <summary>The row is gone from the tool, and the server says so.</summary>
    public void Delete(string path, string id) => Change(list => list[id] = new Entry(list[id].Members, Now, Now), path, Integration);

    /// <summary>The row is gone, and nothing is left of it.</summary>
    public void Vanish(string path, string id) => Change(list => list.Remove(id), path, Integration);

    /// <summary>All rows of a list by their ids, and when they changed.</summary>
    public IReadOnlyDictionary<string, (string Json, DateTime ChangedAt)> Rows(string path, string integration = Integration)
    {
        lock (_gate)
        {
            return _lists.TryGetValue((integration, path), out var list) ? list.ToDictionary(pair => pair.Key, pair => (Row(pair.Key, pair.Value), pair.Value.ChangedAt)) : [];
        }
    }

    /// <summary>The last page of a list, with these rows alone.</summary>
    public HttpResponseMessage Page(string path, params string[] ids)
    {
        var rows = Rows(path);
        return Answer(200, Given.Success($$"""{"next":null,"results":[{{string.Join(",", ids.Select(id => rows[id].Json))}}]}"""));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number;
        var target = request.RequestUri!.PathAndQuery.Substring("/v1/".Length);
        lock (_gate)
        {
            _requests.Add(target);
            number = _requests.Count;
            Now = Now.AddSeconds(1);
        }

        Asked?.Invoke(number);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var answer = Fault?.Invoke(request) ?? Right(request, target);
            var date = Date is null ? Now : Date();
            if (date is not null)
            {
                answer.Headers.Date = new DateTimeOffset(date.Value);
            }

            return Task.FromResult(answer);
        }
    }

    private static HttpResponseMessage Answer(int status, string json) => new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private static string Instant(DateTime? moment) => moment is null ? "null" : $"\"{moment:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\"";

    private static string Row(string id, Entry entry) =>
        $$"""{"id":"{{id}}",{{(entry.Members.Length > 0 ? entry.Members + "," : "")}}"changed_at":{{Instant(entry.ChangedAt)}},"remote_deleted_at":{{Instant(entry.DeletedAt)}}}""";

    private HttpResponseMessage Right(HttpRequestMessage request, string target)
    {
        if (target.StartsWith("integrations/", StringComparison.Ordinal))
        {
            return Category is null ? Error(403, "PLATFORM.PERMISSION_MISSING") : Answer(200, Given.Success($$"""{"id":"{{Integration}}","category":"{{Category}}"}"""));
        }

        var path = target.Split('?')[0];
        var query = (target.Split('?') is [_, var text] ? text.Split('&') : []).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        var integration = request.Headers.GetValues("X-Integration-Id").Single();
        IEnumerable<KeyValuePair<string, Entry>> rows = _lists.TryGetValue((integration, path), out var list) ? list : [];
        if (query.TryGetValue("updated_after", out var after))
        {
            var since = DateTime.Parse(after, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
            rows = rows.Where(row => row.Value.ChangedAt >= since);
        }

        if (query.TryGetValue("ids", out var ids))
        {
            var asked = ids.Split(',').ToHashSet(StringComparer.Ordinal);
            rows = rows.Where(row => asked.Contains(row.Key));
        }

        if (!query.ContainsKey("include_deleted"))
        {
            rows = rows.Where(row => row.Value.DeletedAt is null);
        }

        if (query.TryGetValue("cursor", out var cursor))
        {
            rows = rows.Where(row => string.CompareOrdinal(row.Key, cursor) > 0);
        }

        var size = int.Parse(query["page_size"], CultureInfo.InvariantCulture);
        var page = rows.Take(size + 1).ToList();
        var next = page.Count > size ? $"\"{page[size - 1].Key}\"" : "null";
        return Answer(200, Given.Success($$"""{"next":{{next}},"results":[{{string.Join(",", page.Take(size).Select(row => Row(row.Key, row.Value)))}}]}"""));
    }

    private void Change(Action<SortedDictionary<string, Entry>> change, string path, string integration)
    {
        lock (_gate)
        {
            Now = Now.AddSeconds(1);
            if (!_lists.TryGetValue((integration, path), out var list))
            {
                _lists[(integration, path)] = list = new(StringComparer.Ordinal);
            }

            change(list);
        }
    }

    private sealed record Entry(string Members, DateTime ChangedAt, DateTime? DeletedAt);
}
