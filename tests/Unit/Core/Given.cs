using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Kombo.Models;

[assembly: Xunit.v3.Parallelization(MaxThreads = 6)]

namespace Kombo.Tests;

/// <summary>What most tests of the client begin with.</summary>
internal static class Given
{
    /// <summary>How long a test waits for something that should happen at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan Unit = TimeSpan.FromMilliseconds(4);

    private static int _keys;

    public static KomboRequest Read => new("GET", "hris/employees/form") { IntegrationHeader = IntegrationHeader.Optional };

    public static KomboRequest Write => new("POST", "hris/absences")
    {
        Body = new KomboMap { ["employee_id"] = "E1" },
        IntegrationHeader = IntegrationHeader.Optional,
    };

    public static KomboRequest Absence(string employee) => new("POST", "hris/absences")
    {
        Body = new KomboMap { ["employee_id"] = employee },
        IntegrationHeader = IntegrationHeader.Optional,
    };

    public static KomboRequest List => new("GET", "hris/employees")
    {
        Query = { new("page_size", "250"), new("work_emails", "a@example.com") },
        ListMember = "results",
        IsPaged = true,
    };

    /// <summary>A key that no other test uses: the pacing of one (server, key) is shared by the process.</summary>
    public static string NewKey() => $"kombo_test_S3cret{Interlocked.Increment(ref _keys):00000}";

    public static KomboClient Client(
        LoopbackServer server,
        int maxRetry = 5,
        TimeSpan? timeout = null,
        string? key = null,
        string? integrationId = null,
        TimeSpan? unit = null,
        TimeProvider? time = null) => Client(server.Address, maxRetry, timeout, key, integrationId, unit, time);

    public static KomboClient Client(
        Uri server,
        int maxRetry = 5,
        TimeSpan? timeout = null,
        string? key = null,
        string? integrationId = null,
        TimeSpan? unit = null,
        TimeProvider? time = null) => new(new KomboClientOptions
        {
            ApiKey = key ?? NewKey(),
            Server = server,
            IntegrationId = integrationId,
            Retry = new() { MaxRetry = maxRetry, FirstInterval = unit ?? Unit },
            Timeout = timeout,
            RetryUnit = unit ?? Unit,
            Time = time ?? TimeProvider.System,
            Proxy = new WebProxy(), // None, whatever the machine says.
        });

    public static string Success(string data) => $$"""{"status":"success","data":{{data}}}""";

    public static string Rows(string? next, params string[] ids) =>
        Success($$"""{"next":{{(next is null ? "null" : $"\"{next}\"")}},"results":[{{string.Join(",", ids.Select(id => $$"""{"id":"{{id}}"}"""))}}]}""");

    /// <summary>A model as it is read from an answer.</summary>
    public static T Model<T>(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Json.ModelReader.Read<T>(ref reader, new HashSet<string>())!;
    }

    /// <summary>The names on the wire of the members that a model reads, in the order of their numbers.</summary>
    public static List<string> MemberNames(KomboObject model)
    {
        var names = new List<string>();
        for (var rest = model.MemberNames; rest.Length > 0; rest = rest[(rest[0] + 1)..])
        {
            names.Add(Encoding.UTF8.GetString(rest.Slice(1, rest[0])));
        }

        return names;
    }

    /// <summary>Waits for something that should happen soon; the test fails when it does not.</summary>
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="Soon{T}"/>
    public static Task Soon(this Task task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Waits for a condition that should be met soon.</summary>
    public static async Task Until(Func<bool> condition)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Patience, "What should happen at once has not happened.");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    public static Task<object?> Send(this KomboClient client, KomboRequest request, Notices? notices = null) =>
        client.SendAsync<object>(request, notices is null ? null : notices.Add, TestContext.Current.CancellationToken).Soon();

    public static Task<KomboException> Failure(this KomboClient client, KomboRequest request, Notices? notices = null) =>
        Assert.ThrowsAsync<KomboException>(() => client.Send(request, notices));

    public static PageReader<T> Pages<T>(this KomboClient client, KomboRequest request, string? cursor = null, Notices? notices = null) =>
        client.ReadPages<T>(request, cursor, notices is null ? null : notices.Add, TestContext.Current.CancellationToken);

    /// <summary>The ids of all rows.</summary>
    public static async Task<List<string>> AllIds(this PageReader<Employee> pages)
    {
        var ids = new List<string>();
        while (await pages.NextAsync().Soon() is { } page)
        {
            ids.AddRange(page.Rows.Select(row => row.Id));
        }

        return ids;
    }
}

/// <summary>Collects what the client tells.</summary>
internal sealed class Notices
{
    private readonly ConcurrentQueue<KomboNotice> _all = new();
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IEnumerable<KomboNotice> All => _all;

    public IEnumerable<string> Warnings => _all.Where(notice => notice.Kind == KomboNoticeKind.Warning).Select(notice => notice.Message);

    public IReadOnlyList<KomboNotice> Waits => [.. _all.Where(notice => notice.Kind == KomboNoticeKind.Waiting)];

    /// <summary>Completes with the first wait.</summary>
    public Task Waiting => _waiting.Task;

    public void Add(KomboNotice notice)
    {
        _all.Enqueue(notice);
        if (notice.Kind == KomboNoticeKind.Waiting)
        {
            _waiting.TrySetResult();
        }
    }
}
