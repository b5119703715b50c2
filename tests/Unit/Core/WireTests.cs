using Kombo.Models;

namespace Kombo.Tests;

/// <summary>What really goes over the wire, and what the notices about it tell.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task A_read_carries_the_key_the_integration_and_no_body()
    {
        var request = await Sent(Given.Read, integrationId: "personio:abc", key: "kombo_wire_1");
        Assert.Equal("GET", request.Method);
        Assert.Equal("/v1/hris/employees/form", request.Target);
        Assert.Equal("Bearer kombo_wire_1", request.Header("Authorization"));
        Assert.Equal("personio:abc", request.Header("X-Integration-Id"));
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.Equal("Kombo-PowerShell", request.Header("User-Agent"));
        Assert.Null(request.Header("Content-Type"));
        Assert.Null(request.Header("Content-Length"));
        Assert.Null(request.Header("Cookie"));
        Assert.Empty(request.Body);
    }

    [Fact]
    public async Task A_write_carries_its_body_as_JSON()
    {
        var request = await Sent(new KomboRequest("POST", "hris/absences") { Body = new KomboMap { ["note"] = "Grüße <ok>", ["empty"] = null } });
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.Equal("""{"note":"Grüße <ok>","empty":null}""", request.BodyText);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_before_anything_is_sent_and_certainly_was_not_carried_out()
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        KomboRequest[] unsendable =
        [
            new("POST", "hris/absences") { Body = new KomboMap { ["amount"] = double.PositiveInfinity } },
            new("POST", "hris/absences") { Body = new KomboMap { ["amount"] = new object() } },
            new("POST", "hris/absences/" + new string('x', 1_000_000)),
            new("DELETE", "hris/absences/1") { Query = { new("reason", new string('ä', 2000)) } },
        ];
        foreach (var request in unsendable)
        {
            var failure = await Assert.ThrowsAsync<KomboException>(() => client.SendAsync<object>(request, null, TestContext.Current.CancellationToken));
            Assert.Equal(KomboFailure.InvalidInput, failure.Failure);
            Assert.False(failure.MayHaveExecuted);
            Assert.True(failure.Message.Length < 300);
        }

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_write_without_members_sends_an_empty_object(string method)
    {
        var request = await Sent(new KomboRequest(method, "hris/absences/1"));
        Assert.Equal(method, request.Method);
        Assert.Equal("{}", request.BodyText);
        Assert.Equal("application/json", request.Header("Content-Type"));
    }

    [Fact]
    public async Task A_DELETE_can_have_a_body()
    {
        var request = await Sent(new KomboRequest("DELETE", "ats/candidates/1/tags") { Body = new KomboMap { ["tag"] = new KomboMap { ["name"] = "x" } } });
        Assert.Equal("""{"tag":{"name":"x"}}""", request.BodyText);
    }

    [Theory]
    [InlineData(IntegrationHeader.None, "personio:1", null, null)]
    [InlineData(IntegrationHeader.None, "personio:1", "workday:2", null)]
    [InlineData(IntegrationHeader.Optional, null, null, null)]
    [InlineData(IntegrationHeader.Optional, "personio:1", null, "personio:1")]
    [InlineData(IntegrationHeader.Required, "personio:1", null, "personio:1")]
    [InlineData(IntegrationHeader.Required, "personio:1", "workday:2", "workday:2")]
    [InlineData(IntegrationHeader.Required, null, "workday:2", "workday:2")]
    public async Task The_integration_is_the_requests_else_the_clients(IntegrationHeader header, string? clients, string? requests, string? expected)
    {
        var request = await Sent(new KomboRequest("GET", "x") { IntegrationHeader = header, IntegrationId = requests }, clients);
        Assert.Equal(expected, request.Header("X-Integration-Id"));
    }

    [Fact]
    public async Task Query_values_are_escaped_commas_too()
    {
        var request = await Sent(new KomboRequest("GET", "hris/employees")
        {
            Query =
            {
                new("ids", "A,B"),
                new("updated_after", "2024-01-01T00:00:00.000Z"),
                new("custom_fields", """{"a b":"ü&="}"""),
                new("empty", ""),
            },
        });
        Assert.Equal(
            "/v1/hris/employees?ids=A%2CB&updated_after=2024-01-01T00%3A00%3A00.000Z&custom_fields=%7B%22a%20b%22%3A%22%C3%BC%26%3D%22%7D&empty=",
            request.Target);
    }

    [Theory]
    [InlineData("integrations/personio%3Aabc")]
    [InlineData("hris/absences/a%2Fb%3Fc%23d%25e%20f")]
    [InlineData("hris/absences/%C3%BC%2B")]
    [InlineData("hris/absences/%2E%2E%2F")]
    public async Task Path_segments_stay_escaped(string path)
    {
        var request = await Sent(new KomboRequest("GET", path));
        Assert.StartsWith("/v1/", request.Target);
        if (!path.Contains("%2E", StringComparison.Ordinal))
        {
            Assert.Equal("/v1/" + path, request.Target);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1/")]
    [InlineData("gateway/kombo/v1//")]
    public async Task The_servers_path_is_kept_with_and_without_a_slash_at_its_end(string path)
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(new Uri($"http://127.0.0.1:{server.Port}/{path}"));
        await client.Send(Given.Read);
        Assert.Equal($"/{path}".TrimEnd('/') + "/hris/employees/form", server.Requests[0].Target);
    }

    [Fact]
    public async Task One_connection_serves_many_requests()
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        for (var request = 0; request < 5; request++)
        {
            await client.Send(Given.Read);
        }

        Assert.Equal(5, server.Requests.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("{}")).With("Set-Cookie", "a=b; Path=/"));
        using var client = Given.Client(server);
        await client.Send(Given.Read);
        await client.Send(Given.Read);
        Assert.Null(server.Requests[1].Header("Cookie"));
    }

    [Fact]
    public async Task Many_threads_can_use_one_client()
    {
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Success($"\"{request.Query("n")}\"")));
        using var client = Given.Client(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            client.Send(new KomboRequest("GET", "x") { Query = { new("n", $"{number}") } }))));
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}"), answers);
    }

    [Fact]
    public async Task A_trace_tells_what_was_asked_what_came_and_how_many_requests_are_left()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Rows(null, "E1")).WithQuota(300, 123, 30));
        using var client = Given.Client(server);
        var notices = new Notices();
        using var pages = client.Pages<Employee>(Given.List, notices: notices);
        await pages.AllIds();
        var trace = Assert.Single(notices.All, notice => notice.Kind != KomboNoticeKind.Debug);
        Assert.Equal(KomboNoticeKind.Trace, trace.Kind);
        Assert.Matches(@"^GET hris/employees\?page_size=250&work_emails=a@example.com: 200 in \d+ ms, \d+ bytes, 123 requests left$", trace.Message);
    }

    [Fact]
    public async Task Notices_of_a_change_never_tell_the_key_query_values_or_bodies()
    {
        var key = Given.NewKey();
        using var server = new LoopbackServer(_ => LoopbackReply.Json($$"""{"data":{"id":"1","note":"S3cretAnswer"},"warnings":[{"message":"Header 'Bearer {{key}}' is odd."}]}"""));
        server.Enqueue(
            LoopbackReply.Text(503, "no healthy upstream"),
            LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "S3cretAnswer " + key),
            LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED", "S3cretAnswer " + key).WithQuota(300, 0, 0));
        using var client = Given.Client(server, key: key);
        var notices = new Notices();
        await client.Send(
            new KomboRequest("POST", "hris/absences/S3cretToken")
            {
                DisplayPath = "hris/absences/***",
                Query = { new("work_emails", "S3cretQuery") },
                Body = new KomboMap { ["ssn"] = "S3cretBody" },
            },
            notices);
        Assert.Contains(notices.All, notice => notice.Kind == KomboNoticeKind.Trace);
        Assert.True(notices.Waits.Count >= 2); // The third is over before it begins if the machine is busy.
        Assert.Equal("Header 'Bearer ***' is odd.", Assert.Single(notices.Warnings));
        Assert.All(notices.All, notice => Assert.DoesNotContain("S3cret", notice.Message));
        Assert.All(notices.All, notice => Assert.DoesNotContain(key, notice.Message));
    }

    [Fact]
    public async Task Values_of_a_read_are_shown_in_one_line_that_is_not_too_long_and_without_secrets()
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        var notices = new Notices();
        await client.Send(
            new KomboRequest("GET", "x") { Secrets = ["S3cretToken"], Query = { new("a", "one\r\nforged: line"), new("b", new string('x', 500)), new("token", "S3cretToken") } }, notices);
        var trace = Assert.Single(notices.All, notice => notice.Kind == KomboNoticeKind.Trace).Message;
        Assert.StartsWith("GET x?a=one  forged: line&b=xxx", trace, StringComparison.Ordinal);
        Assert.Contains("... (500 characters)&token=***: 200", trace, StringComparison.Ordinal);
        Assert.InRange(trace.Length, 200, 350);
    }

    [Fact]
    public async Task What_nobody_reads_is_not_made()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("{}")));
        using var client = Given.Client(server);
        var notices = new Notices();
        var secrets = new CountedList("S3cretValue");
        await client.Send(new KomboRequest("GET", "x") { Secrets = secrets, Query = { new("a", "S3cretValue") } }, notices);
        Assert.Equal(0, secrets.Reads);
        Assert.Equal([KomboNoticeKind.Debug, KomboNoticeKind.Debug, KomboNoticeKind.Trace], notices.All.Select(notice => notice.Kind));
        Assert.All(notices.All, notice => Assert.DoesNotContain("S3cret", notice.Message));
        Assert.NotEqual(0, secrets.Reads);
    }

    [Fact]
    public void A_notice_makes_its_message_once_and_equals_one_that_has_it()
    {
        var made = 0;
        var notice = new KomboNotice(KomboNoticeKind.Trace, () => $"message {++made}");
        Assert.Equal(0, made);
        Assert.Equal(new KomboNotice(KomboNoticeKind.Trace, "message 1"), notice);
        Assert.Equal(new KomboNotice(KomboNoticeKind.Trace, "message 1").GetHashCode(), notice.GetHashCode());
        Assert.Equal("other", (notice with { Message = "other" }).Message);
        Assert.Equal("message 1", notice.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Debugging_shows_requests_and_answers_with_headers_and_bodies_only_when_they_are_asked_for(bool logBody)
    {
        var key = Given.NewKey();
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("""{"note":"of the answer"}""")).WithQuota(300, 7, 60).With("Set-Cookie", "a=S3cret"));
        using var client = new KomboClient(new KomboClientOptions { ApiKey = key, Server = server.Address, LogBody = logBody });
        var notices = new Notices();
        await client.Send(
            new KomboRequest("POST", "hris/absences/S3cretPath")
            {
                DisplayPath = "hris/absences/***",
                Secrets = ["S3cretValue"],
                Body = new KomboMap { ["note"] = "of the request", ["secret"] = "S3cretValue" },
                IntegrationHeader = IntegrationHeader.Optional,
                IntegrationId = "personio:1",
            },
            notices);
        var lines = notices.All.Where(notice => notice.Kind == KomboNoticeKind.Debug).Select(notice => notice.Message).ToList();
        Assert.Equal(2, lines.Count);
        Assert.StartsWith($"> POST {server.Address}hris/absences/*** (attempt 1)\n", lines[0], StringComparison.Ordinal);
        Assert.Contains("\n> Authorization: ***", lines[0], StringComparison.Ordinal);
        Assert.Contains("\n> X-Integration-Id: personio:1", lines[0], StringComparison.Ordinal);
        Assert.Contains("\n> Content-Type: application/json", lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^< 200 OK in \d+ ms, [\d,]+ bytes: POST hris/absences/\*\*\*\n", lines[1]);
        Assert.Contains("\n< ratelimit-remaining: 7", lines[1], StringComparison.Ordinal);
        Assert.Contains("\n< Set-Cookie: ***", lines[1], StringComparison.Ordinal);
        Assert.Equal(logBody, lines[0].EndsWith("\n> {\"note\":\"of the request\",\"secret\":\"***\"}", StringComparison.Ordinal));
        Assert.Equal(logBody, lines[1].Contains("of the answer", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("S3cret", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain(key, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_answers_say_of_the_limits_can_be_read()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("{}")));
        using var client = Given.Client(server);
        Assert.Null(client.RateLimit);
        Assert.Null(client.Concurrency);
        server.Enqueue(
            LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 123, 30).With("Concurrency-Limit", "5").With("Concurrency-Remaining", "4"),
            LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 122, 29));
        await client.Send(Given.Write);
        await client.Send(Given.Read);
        Assert.Equal((300, 122), (client.RateLimit!.Limit, client.RateLimit.Remaining));
        Assert.Equal(TimeSpan.FromSeconds(29), client.RateLimit.ResetsAt - client.RateLimit.AsOf);
        Assert.Equal("122 of 300", client.RateLimit.ToString());
        Assert.Equal((5, 4, null), (client.Concurrency!.Limit, client.Concurrency.Remaining, client.Concurrency.ResetsAt));
        await client.Send(Given.Read);
        Assert.Equal(122, client.RateLimit!.Remaining);
    }

    [Fact]
    public async Task A_failure_shows_the_path_without_its_secrets()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Html(200, "<html>"));
        using var client = Given.Client(server);
        var failure = await client.Failure(new KomboRequest("GET", "connect/integration-by-token/S3cretToken") { DisplayPath = "connect/integration-by-token/***" });
        Assert.Equal("connect/integration-by-token/***", failure.Path);
        Assert.DoesNotContain("S3cretToken", failure.ToString());
    }

    private static async Task<LoopbackRequest> Sent(KomboRequest request, string? integrationId = null, string? key = null)
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server, integrationId: integrationId, key: key);
        await client.Send(request);
        return Assert.Single(server.Requests);
    }

    /// <summary>A list that counts how often somebody looks into it.</summary>
    private sealed class CountedList(params string[] items) : IReadOnlyList<string>
    {
        public int Reads { get; private set; }

        public int Count => items.Length;

        public string this[int index] => All()[index];

        public IEnumerator<string> GetEnumerator() => All().AsEnumerable().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private string[] All()
        {
            Reads++;
            return items;
        }
    }
}
