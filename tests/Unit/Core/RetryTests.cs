using System.Net;

namespace Kombo.Tests;

/// <summary>The table of what is tried again, over real HTTP.</summary>
public sealed class RetryTests
{
    private static readonly string Whole = Given.Success("""{"id":"1","name":"a name that makes the body a bit longer"}""");

    private static readonly string BalancerPage =
        "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n";

    private static readonly Dictionary<string, Func<LoopbackReply>> Failures = new()
    {
        ["rate limit with ratelimit-reset"] = () => LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").WithQuota(300, 0, 0),
        ["rate limit with Retry-After"] = () => LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").With("Retry-After", "0"),
        ["rate limit with neither"] = () => LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED"),
        ["429 without a code"] = () => LoopbackReply.Html(429, "<html></html>"),
        ["concurrency limit"] = () => LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"),
        ["tool's rate limit"] = () => LoopbackReply.Error(429, "REMOTE.RATE_LIMIT_EXCEEDED"),
        ["tool is down"] = () => LoopbackReply.Error(503, "REMOTE.SERVICE_UNAVAILABLE"),
        ["balancer 503 of Envoy"] = () => LoopbackReply.Text(503, "no healthy upstream"),
        ["balancer 503 of AWS"] = () => LoopbackReply.Html(503, BalancerPage),
        ["balancer 503 of nginx"] = () => LoopbackReply.Html(503, BalancerPage.Replace("</body>", "<hr><center>nginx/1.27.3</center></body>", StringComparison.Ordinal)),
        ["balancer 503 of HAProxy"] = () => LoopbackReply.Html(503, "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n"),
        ["503 that a balancer may have cut"] = () => LoopbackReply.Html(503, BalancerPage.Substring(0, BalancerPage.Length - 9)),
        ["503 without an end that HTTP knows"] = () => LoopbackReply.Raw("HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/plain\r\n\r\nno healthy upstream"),
        ["503 of a gateway that lost its upstream"] = () => LoopbackReply.Text(503, "upstream connect error or disconnect/reset before headers. reset reason: connection termination"),
        ["503 of a cache that lost its backend"] = () => LoopbackReply.Html(503, "<html><head><title>503 Service Unavailable</title></head><body><h1>503 Service Unavailable</h1><p>Backend fetch failed</p></body></html>"),
        ["503 of someone, text"] = () => LoopbackReply.Text(503, "Service Unavailable"),
        ["503, empty"] = () => LoopbackReply.Empty(503),
        ["503, other JSON"] = () => LoopbackReply.Json("""{"errorCode":"UPSTREAM_LOST"}""", 503),
        ["503, Kombo's body cut"] = () => LoopbackReply.Bytes(503, "application/json", System.Text.Encoding.UTF8.GetBytes("""{"status":"error","error":{"code":"REMOTE.SERV""")),
        ["503, Kombo's body cut, called text"] = () => LoopbackReply.Text(503, """{"status":"error","error":{"code":"REMOTE.SERV"""),
        ["429, Kombo's body cut"] = () => LoopbackReply.Bytes(429, "application/json", System.Text.Encoding.UTF8.GetBytes("""{"status":"error","error":{"code":"REMOTE.RATE""")),
        ["400, Kombo's body cut"] = () => LoopbackReply.Bytes(400, "application/json", System.Text.Encoding.UTF8.GetBytes("""{"status":"error","error":{"code":"REMOTE.UNKN""")),
        ["400 without an end that HTTP knows"] = () => LoopbackReply.Raw("HTTP/1.0 400 Bad Request\r\nContent-Type: text/html\r\n\r\n"),
        ["Kombo's 400 without a code"] = () => LoopbackReply.Error(400, null),
        ["Kombo's 200 without a code"] = () => LoopbackReply.Error(200, null),
        ["tool's time-out"] = () => LoopbackReply.Error(400, "REMOTE.TIMED_OUT"),
        ["import's time-out"] = () => LoopbackReply.Error(400, "AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT"),
        ["task's time-out"] = () => LoopbackReply.Error(400, "PLATFORM.TASK_TIMED_OUT"),
        ["tool's unknown error"] = () => LoopbackReply.Error(400, "REMOTE.UNKNOWN_HTTP_ERROR"),
        ["408 HTML"] = () => LoopbackReply.Html(408, "<html></html>"),
        ["425 HTML"] = () => LoopbackReply.Html(425, "<html></html>"),
        ["520 HTML"] = () => LoopbackReply.Html(520, "<html></html>"),
        ["524 HTML"] = () => LoopbackReply.Html(524, "<html></html>"),
        ["529 empty"] = () => LoopbackReply.Empty(529),
        ["530 HTML"] = () => LoopbackReply.Html(530, "<html></html>"),
        ["499 empty"] = () => LoopbackReply.Empty(499),
        ["Kombo's 503 without a code"] = () => LoopbackReply.Error(503, null),
        ["500 without a code"] = () => LoopbackReply.Error(500, null),
        ["500 HTML"] = () => LoopbackReply.Html(500, "<html></html>"),
        ["502 empty"] = () => LoopbackReply.Empty(502),
        ["504 text"] = () => LoopbackReply.Text(504, "upstream timeout"),
        ["unknown error"] = () => LoopbackReply.Error(500, "PLATFORM.UNKNOWN_ERROR"),
        ["reset before the headers"] = LoopbackReply.Reset,
        ["close before the headers"] = LoopbackReply.Close,
        ["reset in the body"] = () => LoopbackReply.ResetInBody(Whole),
        ["half a body"] = () => LoopbackReply.HalfBody(Whole),
        ["half a JSON, properly ended"] = () => LoopbackReply.HalfChunked(Whole),
        ["chunks without an end"] = () => LoopbackReply.UnendedChunks(Whole),
        ["empty 200 without an end that HTTP knows"] = () => LoopbackReply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"),
        ["job closed"] = () => LoopbackReply.Error(400, "ATS.JOB_CLOSED"),
        ["sync pending, 503"] = () => LoopbackReply.Error(503, "INTEGRATION.SETUP_SYNC_PENDING"),
        ["sync pending, 409"] = () => LoopbackReply.Error(409, "INTEGRATION.SETUP_SYNC_PENDING"),
        ["new code, 500"] = () => LoopbackReply.Error(500, "PLATFORM.NEVER_HEARD_OF"),
        ["new code, 400"] = () => LoopbackReply.Error(400, "HRIS.NEVER_HEARD_OF"),
        ["new code, 429"] = () => LoopbackReply.Error(429, "ATS.NEVER_HEARD_OF"),
        ["wrong key"] = () => LoopbackReply.Error(401, "PLATFORM.AUTHENTICATION_INVALID"),
        ["404 HTML"] = () => LoopbackReply.Html(404, "<html></html>"),
        ["501 empty"] = () => LoopbackReply.Empty(501),
        ["unreadable 200"] = () => LoopbackReply.Html(200, "<html></html>"),
    };

    /// <summary>What fails, whether a read and a write are tried again, and whether a write may have been carried out.</summary>
    private static readonly (string Failure, bool Reads, bool Writes, bool MayHaveExecuted)[] Table =
    [
        ("rate limit with ratelimit-reset", true, true, false),
        ("rate limit with Retry-After", true, true, false),
        ("rate limit with neither", true, true, false),
        ("429 without a code", true, false, true),
        ("concurrency limit", true, true, false),
        ("tool's rate limit", true, false, true),
        ("tool is down", true, false, true),
        ("balancer 503 of Envoy", true, true, false),
        ("balancer 503 of AWS", true, true, false),
        ("balancer 503 of nginx", true, true, false),
        ("balancer 503 of HAProxy", true, true, false),
        ("503 that a balancer may have cut", true, false, true),
        ("503 without an end that HTTP knows", true, false, true),
        ("503 of a gateway that lost its upstream", true, false, true),
        ("503 of a cache that lost its backend", true, false, true),
        ("503 of someone, text", true, false, true),
        ("503, empty", true, false, true),
        ("503, other JSON", true, false, true),
        ("503, Kombo's body cut", true, false, true),
        ("503, Kombo's body cut, called text", true, false, true),
        ("429, Kombo's body cut", true, false, true),
        ("400, Kombo's body cut", false, false, true),
        ("400 without an end that HTTP knows", false, false, true),
        ("Kombo's 400 without a code", false, false, false),
        ("Kombo's 200 without a code", false, false, true),
        ("tool's time-out", false, false, true),
        ("import's time-out", false, false, true),
        ("task's time-out", false, false, true),
        ("tool's unknown error", false, false, true),
        ("408 HTML", true, false, true),
        ("425 HTML", true, false, true),
        ("520 HTML", true, false, true),
        ("524 HTML", true, false, true),
        ("529 empty", true, false, true),
        ("530 HTML", true, false, true),
        ("499 empty", false, false, true),
        ("Kombo's 503 without a code", true, false, true),
        ("500 without a code", true, false, true),
        ("500 HTML", true, false, true),
        ("502 empty", true, false, true),
        ("504 text", true, false, true),
        ("unknown error", true, false, true),
        ("reset before the headers", true, false, true),
        ("close before the headers", true, false, true),
        ("reset in the body", true, false, true),
        ("half a body", true, false, true),
        ("half a JSON, properly ended", true, false, true),
        ("chunks without an end", true, false, true),
        ("empty 200 without an end that HTTP knows", true, false, true),
        ("job closed", false, false, false),
        ("sync pending, 503", false, false, false),
        ("sync pending, 409", false, false, false),
        ("new code, 500", false, false, true),
        ("new code, 400", false, false, true),
        ("new code, 429", false, false, true),
        ("wrong key", false, false, false),
        ("404 HTML", false, false, false),
        ("501 empty", false, false, true),
        ("unreadable 200", false, false, true),
    ];

    public static TheoryData<string, bool> Reads => [.. Table.Select(row => new TheoryDataRow<string, bool>(row.Failure, row.Reads))];

    public static TheoryData<string, bool, bool> Writes =>
        [.. Table.Select(row => new TheoryDataRow<string, bool, bool>(row.Failure, row.Writes, row.MayHaveExecuted))];

    [Theory]
    [MemberData(nameof(Reads))]
    public Task A_read_is_tried_again_exactly_where_the_table_says(string failure, bool isRepeated) =>
        Check(Given.Read, failure, isRepeated, mayHaveExecuted: false, onUsedConnection: false);

    [Theory]
    [MemberData(nameof(Writes))]
    public Task A_write_is_tried_again_exactly_where_the_table_says(string failure, bool isRepeated, bool mayHaveExecuted) =>
        Check(Given.Write, failure, isRepeated, mayHaveExecuted, onUsedConnection: false);

    [Theory]
    [InlineData("reset before the headers")]
    [InlineData("close before the headers")]
    [InlineData("reset in the body")]
    [InlineData("half a body")]
    public Task A_write_on_a_connection_that_was_used_before_is_sent_exactly_once_too(string failure) =>
        Check(Given.Write, failure, isRepeated: false, mayHaveExecuted: true, onUsedConnection: true);

    [Theory]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", true)]
    [InlineData("DELETE", false)]
    [InlineData("DELETE", true)]
    public async Task A_write_without_members_is_not_repeated_by_the_HTTP_handler_either(string method, bool onUsedConnection)
    {
        // .NET silently repeats requests without a body when their connection breaks; the empty object prevents that.
        await Check(new KomboRequest(method, "hris/absences/1"), "reset before the headers", isRepeated: false, mayHaveExecuted: true, onUsedConnection);
        await Check(new KomboRequest(method, "hris/absences/1"), "close before the headers", isRepeated: false, mayHaveExecuted: true, onUsedConnection);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public Task Every_method_but_GET_counts_as_a_write(string method) =>
        Check(new KomboRequest(method, "hris/absences/1"), "502 empty", isRepeated: false, mayHaveExecuted: true, onUsedConnection: false);

    [Fact]
    public Task A_POST_that_only_reads_is_tried_again_like_a_read() =>
        Check(new KomboRequest("POST", "passthrough/personio/v1") { IsRead = true }, "502 empty", isRepeated: true, mayHaveExecuted: false, onUsedConnection: false);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_attempt_that_takes_too_long_is_repeated_for_reads_only(bool isRead)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Hang(), LoopbackReply.HangInBody(Whole));
        using var client = Given.Client(server, timeout: TimeSpan.FromMilliseconds(250));
        if (isRead)
        {
            Assert.NotNull(await client.Send(Given.Read));
            Assert.Equal(3, server.Requests.Count);
        }
        else
        {
            var failure = await client.Failure(Given.Write);
            Assert.Equal("Kombo.Timeout", failure.ErrorId);
            AssertMayHaveExecuted(failure, expected: true);
            Assert.Single(server.Requests);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_timeout_covers_an_answer_that_trickles(bool isRead)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Trickle(Whole, 1, 50));
        using var client = Given.Client(server, maxRetry: 0, timeout: TimeSpan.FromMilliseconds(250));
        var failure = await client.Failure(isRead ? Given.Read : Given.Write);
        Assert.Equal(KomboFailure.Timeout, failure.Failure);
        Assert.Equal(!isRead, failure.MayHaveExecuted);
        Assert.Contains("0.25 seconds", failure.Message);
    }

    [Fact]
    public async Task A_slow_answer_within_the_timeout_is_no_failure()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Trickle(Whole, 10, 5));
        using var client = Given.Client(server, maxRetry: 0);
        Assert.NotNull(await client.Send(Given.Read));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_port_is_tried_a_few_times_only_and_nothing_was_done(bool isRead)
    {
        using var client = Given.Client(new Uri($"http://127.0.0.1:{LoopbackServer.RefusedPort()}/v1"));
        await CheckUnreachable(client, isRead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_that_does_not_resolve_is_tried_a_few_times_only_and_nothing_was_done(bool isRead)
    {
        using var client = Given.Client(new Uri("https://kombo.invalid/v1"));
        await CheckUnreachable(client, isRead);
    }

    [Fact]
    public async Task A_write_reaches_a_server_that_comes_up_meanwhile()
    {
        using var server = new LoopbackServer();
        using var handler = new Faulty(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using var client = OverHandler(handler);
        var notices = new Notices();
        Assert.NotNull(await client.Send(Given.Write, notices));
        Assert.Single(notices.Waits);
        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task A_write_is_not_repeated_when_the_network_goes_away_while_its_answer_is_awaited()
    {
        // The same socket error as for a host that cannot be reached, but on a connection that was up.
        using var handler = new Faulty(new HttpRequestException(
            "broken", new IOException("broken", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostUnreachable))));
        using var client = OverHandler(handler);
        var failure = await client.Failure(Given.Write);
        Assert.Equal(KomboFailure.ConnectionLost, failure.Failure);
        AssertMayHaveExecuted(failure, expected: true);
        Assert.Equal(1, handler.Requests);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task MaxRetry_limits_the_attempts(int maxRetry, int requests)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(500, null));
        using var client = Given.Client(server, maxRetry);
        var failure = await client.Failure(Given.Read);
        Assert.Equal("Kombo.Http500", failure.ErrorId);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task Waits_grow_as_they_are_set()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(500, null));
        using var client = Given.Client(server).With(new KomboRetry
        {
            MaxRetry = 6,
            FirstInterval = TimeSpan.FromMilliseconds(2),
            LongestInterval = TimeSpan.FromMilliseconds(12),
            Exponent = 1.5,
        });
        var notices = new Notices();
        await client.Failure(Given.Read, notices);
        Assert.Equal(6, notices.Waits.Count);
        for (var retry = 0; retry < 6; retry++)
        {
            var middle = 2 * Math.Pow(1.5, retry);
            Assert.InRange(notices.Waits[retry].Duration.TotalMilliseconds, Math.Min(12, middle * 0.75), Math.Min(12, middle * 1.25));
        }
    }

    [Fact]
    public async Task After_the_longest_time_nothing_is_tried_again()
    {
        // A fake clock: the time passes when the test says so.
        var time = new FakeTime();
        using var server = new LoopbackServer(_ => LoopbackReply.Error(500, null));
        using var client = Given.Client(server, time: time).With(new KomboRetry { FirstInterval = TimeSpan.FromSeconds(10), Exponent = 1, LongestTime = TimeSpan.FromSeconds(60) });
        var notices = new Notices();
        var calling = client.Failure(Given.Read, notices);
        while (!calling.IsCompleted)
        {
            if (time.Waits > 0)
            {
                // Step by step: a wait that is only just being registered would otherwise begin behind its own end.
                time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.Equal("Kombo.Http500", (await calling).ErrorId);
        Assert.InRange(notices.Waits.Sum(wait => wait.Duration.TotalSeconds), 1, 60);
        Assert.Equal(notices.Waits.Count + 1, server.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_ends_after_the_longest_time_is_not_begun()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED").With("Retry-After", "120"));
        using var client = Given.Client(server).With(new KomboRetry { LongestTime = TimeSpan.FromSeconds(60) });
        Assert.Equal(TimeSpan.FromSeconds(120), (await client.Failure(Given.Write)).RetryAfter);
        using var limited = new LoopbackServer(_ => LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").WithQuota(300, 0, 120));
        using var other = Given.Client(limited).With(new KomboRetry { LongestTime = TimeSpan.FromSeconds(60) });
        Assert.Equal("PLATFORM.RATE_LIMIT_EXCEEDED", (await other.Failure(Given.Read)).Code);
        Assert.Single(server.Requests);
        Assert.Single(limited.Requests);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(true, 4)]
    [InlineData(false, 1)]
    public async Task Broken_connections_count_or_not(bool? count, int requests)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.ResetInBody(Whole)); // Before that, .NET repeats a read by itself.
        using var client = Given.Client(server).With(new KomboRetry { MaxRetry = 3, FirstInterval = Given.Unit, RetryConnectionError = count });
        await client.Failure(Given.Read);
        Assert.Equal(requests, server.Requests.Count);
        server.Respond = _ => LoopbackReply.Error(500, null);
        await client.Failure(Given.Read);
        Assert.Equal(requests + 4, server.Requests.Count);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(true, 5)]
    [InlineData(false, 0)]
    public async Task Without_a_connection_the_server_is_given_up_soon_unless_it_is_set(bool? count, int retries)
    {
        using var client = Given.Client(new Uri($"http://127.0.0.1:{LoopbackServer.RefusedPort()}/v1"))
            .With(new KomboRetry { MaxRetry = 5, FirstInterval = Given.Unit, RetryConnectionError = count });
        var notices = new Notices();
        Assert.Equal(KomboFailure.Unreachable, (await client.Failure(Given.Read, notices)).Failure);
        Assert.Equal(retries, notices.Waits.Count);
    }

    [Theory]
    [MemberData(nameof(NeverRepeated))]
    public async Task No_setting_repeats_a_change_that_may_have_been_carried_out(string failure)
    {
        using var server = new LoopbackServer(_ => Failures[failure]());
        using var client = Given.Client(server).With(new KomboRetry
        {
            MaxRetry = 100,
            FirstInterval = TimeSpan.FromMilliseconds(1),
            LongestInterval = TimeSpan.FromMilliseconds(1),
            LongestTime = TimeSpan.FromDays(1),
            RetryConnectionError = true,
        });
        await client.Failure(Given.Write);
        Assert.Single(server.Requests);
    }

    public static TheoryData<string> NeverRepeated => [.. Table.Where(row => !row.Writes).Select(row => row.Failure)];

    [Fact]
    public async Task A_call_has_settings_of_its_own_and_the_client_keeps_its()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(500, null).WithQuota(300, 200, 30));
        using var client = Given.Client(server, maxRetry: 1);
        await client.With(KomboRetry.Off).Failure(Given.Read);
        await client.With(maxRetry: 3).Failure(Given.Read);
        await client.Failure(Given.Read);
        Assert.Equal(1 + 4 + 2, server.Requests.Count);
        Assert.Equal(200, client.RateLimit!.Remaining);
        var hasty = await Assert.ThrowsAsync<KomboException>(() => Hang(client.With(timeout: TimeSpan.FromMilliseconds(50), maxRetry: 0)));
        Assert.Equal(KomboFailure.Timeout, hasty.Failure);
        Assert.Contains("0.05 seconds", hasty.Message, StringComparison.Ordinal);

        Task<object?> Hang(KomboClient one)
        {
            server.Enqueue(LoopbackReply.Hang());
            return one.Send(new KomboRequest("GET", "ai-apply/x") { Timeout = TimeSpan.FromMinutes(10) });
        }
    }

    [Fact]
    public async Task MaxRetry_limits_the_waits_for_the_quota_too()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").WithQuota(300, 0, 0));
        using var client = Given.Client(server, maxRetry: 1);
        Assert.Equal("PLATFORM.RATE_LIMIT_EXCEEDED", (await client.Failure(Given.Write)).Code);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_delays_double_and_stay_within_a_quarter()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"));
        var unit = TimeSpan.FromMilliseconds(20);
        using var client = Given.Client(server, maxRetry: 5, unit: unit);
        var notices = new Notices();
        await client.Failure(Given.Write, notices);
        var requests = server.Requests;
        Assert.Equal(5, notices.Waits.Count);
        Assert.Equal(6, requests.Count);
        for (var retry = 0; retry < 5; retry++)
        {
            var announced = notices.Waits[retry].Duration;
            Assert.InRange(announced / unit, Math.Pow(2, retry) * 0.75, Math.Pow(2, retry) * 1.25);
            var waited = requests[retry + 1].Elapsed - requests[retry].Elapsed;
            Assert.True(waited >= announced * 0.9, $"Retry {retry + 1} came after {waited} instead of {announced}.");
        }
    }

    [Fact]
    public async Task The_delays_are_not_all_the_same()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Empty(503));
        using var client = Given.Client(server, maxRetry: 1);
        var notices = new Notices();
        for (var call = 0; call < 8; call++)
        {
            await client.Failure(Given.Read, notices);
        }

        Assert.True(notices.Waits.Select(wait => wait.Duration).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED")]
    [InlineData("REMOTE.RATE_LIMIT_EXCEEDED")]
    public async Task Only_the_environments_own_limit_waits_for_ratelimit_reset(string code)
    {
        // The header is on every answer; it says nothing about these two limits.
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Error(429, code).WithQuota(300, 200, 40));
        using var client = Given.Client(server);
        var notices = new Notices();
        await client.Send(Given.Read, notices);
        Assert.InRange(Assert.Single(notices.Waits).Duration, Given.Unit * 0.75, Given.Unit * 1.25);
    }

    [Theory]
    [InlineData("retry-after-ms", "30")]
    [InlineData("Retry-After", "0")]
    public async Task A_back_off_lasts_as_long_as_the_server_asks(string header, string value)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Empty(503).With(header, value));
        using var client = Given.Client(server, unit: TimeSpan.FromMinutes(5));
        var notices = new Notices();
        await client.Send(Given.Read, notices);
        Assert.Equal(TimeSpan.FromMilliseconds(value == "30" ? 30 : 0), Assert.Single(notices.Waits).Duration);
    }

    [Theory]
    [InlineData("Retry-After", "999999999")]
    [InlineData("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Retry-After", "soon")]
    [InlineData("retry-after-ms", "NaN")]
    [InlineData("ratelimit-reset", "999999999999")]
    [InlineData("ratelimit-reset", "-5")]
    [InlineData("ratelimit-reset", "")]
    public async Task A_wait_that_cannot_be_meant_is_as_good_as_none(string header, string value)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").With(header, value));
        var time = new HastyTime();
        using var client = Given.Client(server, unit: TimeSpan.FromSeconds(1), time: time);
        await client.Send(Given.Read);
        Assert.InRange(time.Elapsed, TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.26));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Refusals_for_the_quota_that_name_no_time_are_waited_out_past_a_window(int maxRetry)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED"));
        var time = new HastyTime();
        using var client = Given.Client(server, maxRetry, unit: TimeSpan.FromSeconds(1), time: time);
        Assert.Equal("PLATFORM.RATE_LIMIT_EXCEEDED", (await client.Failure(Given.Write)).Code);
        Assert.InRange(time.Elapsed, TimeSpan.FromMinutes(maxRetry), TimeSpan.FromMinutes(maxRetry + 1.5));
        Assert.InRange(server.Requests.Count, 6, 14);
    }

    [Fact]
    public async Task A_request_that_others_are_quicker_than_is_refused_more_often_than_it_is_retried()
    {
        using var server = new LoopbackServer();
        server.Enqueue([.. Enumerable.Range(0, 20).Select(_ => LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").WithQuota(5, 0, 3))]);
        using var client = Given.Client(server, unit: TimeSpan.FromSeconds(1), time: new HastyTime());
        Assert.NotNull(await client.Send(Given.Write));
        Assert.Equal(21, server.Requests.Count);
    }

    [Theory]
    [InlineData("PLATFORM.RATE_LIMIT_EXCEEDED", 429, "Retry-After", "3600")]
    [InlineData("PLATFORM.RATE_LIMIT_EXCEEDED", 429, "ratelimit-reset", "86000")]
    [InlineData("PLATFORM.RATE_LIMIT_EXCEEDED", 429, "retry-after-ms", "300001")]
    [InlineData("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", 429, "Retry-After", "301")]
    [InlineData("REMOTE.SERVICE_UNAVAILABLE", 503, "Retry-After", "7200")]
    [InlineData(null, 503, "Retry-After", "7200")]
    public async Task More_than_five_minutes_is_an_error_that_says_so_and_concerns_nobody_else(string? code, int status, string header, string value)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Error(status, code).With(header, value));
        var key = Given.NewKey();
        using var client = Given.Client(server, key: key, time: new FakeTime());
        var failure = await client.Failure(Given.Read);
        var seconds = double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) / (header.EndsWith("ms", StringComparison.Ordinal) ? 1000 : 1);
        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
        Assert.Contains($"asks for a wait of {seconds.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} seconds", failure.Message);
        Assert.Single(server.Requests);
        Assert.NotNull(await client.Send(Given.Read)); // Time stands still: nobody waits.
    }

    [Fact]
    public async Task Five_minutes_are_waited()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Empty(503).With("Retry-After", "300"));
        var time = new HastyTime();
        using var client = Given.Client(server, time: time);
        Assert.NotNull(await client.Send(Given.Read));
        Assert.Equal(TimeSpan.FromMinutes(5), time.Elapsed);
    }

    [Fact]
    public async Task A_date_to_wait_for_is_one_of_the_servers_clock()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Empty(503).With("Date", "Tue, 01 Jan 2019 10:00:00 GMT").With("Retry-After", "Tue, 01 Jan 2019 10:00:20 GMT"));
        var time = new HastyTime();
        using var client = Given.Client(server, time: time);
        await client.Send(Given.Read);
        Assert.Equal(TimeSpan.FromSeconds(20), time.Elapsed);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_wait_longer()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Empty(503), LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").WithQuota(300, 0, 2));
        var time = new FakeTime();
        using var client = Given.Client(server, unit: TimeSpan.FromSeconds(1), time: time);
        var sending = client.Send(Given.Read);
        foreach (var wait in new[] { 1.25, 3 })
        {
            await Given.Until(() => time.Waits == 1);
            time.SetClock(TimeSpan.FromHours(-1));
            time.Advance(TimeSpan.FromSeconds(wait));
        }

        Assert.NotNull(await sending);
    }

    [Fact]
    public async Task A_body_that_JSON_cannot_carry_is_refused_and_not_called_perhaps_sent()
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        var failure = await client.Failure(new KomboRequest("POST", "x") { Body = double.NaN });
        Assert.Equal("Body", failure.Parameter);
        AssertMayHaveExecuted(failure, expected: false);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_closed_client_does_not_try_again()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Hang());
        var client = Given.Client(server, unit: TimeSpan.FromMilliseconds(1));
        var notices = new Notices();
        var sending = client.Send(Given.Read, notices);
        await server.Arrived(1).Soon();
        client.Dispose();
        var failure = await Assert.ThrowsAsync<KomboException>(() => sending);
        Assert.Equal("Kombo.NotConnected", failure.ErrorId);
        Assert.True(notices.Waits.Count <= 1);
        Assert.Equal("Kombo.NotConnected", (await client.Failure(Given.Write)).ErrorId);
        Assert.Single(server.Requests);
    }

    private static async Task Check(KomboRequest request, string failure, bool isRepeated, bool mayHaveExecuted, bool onUsedConnection)
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        if (onUsedConnection)
        {
            await client.Send(Given.Read);
        }

        var before = server.Requests.Count;
        server.Enqueue(Failures[failure]());
        if (isRepeated)
        {
            Assert.NotNull(await client.Send(request));
            Assert.Equal(2, server.Requests.Count - before);
        }
        else
        {
            var exception = await client.Failure(request);
            AssertMayHaveExecuted(exception, mayHaveExecuted);
            Assert.Equal(request.Method, exception.Method);
            Assert.Equal(request.Path, exception.Path);
            Assert.Equal(1, server.Requests.Count - before);
            Assert.Equal(1, server.Connections);
        }
    }

    private static async Task CheckUnreachable(KomboClient client, bool isRead)
    {
        var notices = new Notices();
        var failure = await client.Failure(isRead ? Given.Read : Given.Write, notices);
        Assert.Equal(KomboFailure.Unreachable, failure.Failure);
        Assert.Equal("Kombo.Network", failure.ErrorId);
        AssertMayHaveExecuted(failure, expected: false);
        Assert.Equal(2, notices.Waits.Count);
    }

    private static void AssertMayHaveExecuted(KomboException failure, bool expected)
    {
        Assert.Equal(expected, failure.MayHaveExecuted);
        Assert.Equal(expected, failure.Message.Contains("may have been carried out", StringComparison.Ordinal));
    }

    private static KomboClient OverHandler(HttpMessageHandler handler) =>
        new(new KomboClientOptions { ApiKey = Given.NewKey(), Handler = handler, RetryUnit = Given.Unit, Retry = new() { FirstInterval = Given.Unit } });

    /// <summary>Fails once in a way that a loopback connection cannot.</summary>
    private sealed class Faulty(Exception failure) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => ++Requests == 1
            ? Task.FromException<HttpResponseMessage>(failure)
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Given.Success("{}")) });
    }
}
