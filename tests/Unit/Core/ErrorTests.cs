using System.Text;
using Kombo.Errors;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>What becomes of error answers, and what must not get out with them.</summary>
public sealed class ErrorTests
{
    /// <summary>The body, its type, and the code, title, message and origin that are read from it.</summary>
    public static TheoryData<string, string, string?, string?, string?, bool> Bodies => new()
    {
        { """{"status":"error","error":{"code":"ATS.JOB_CLOSED","title":"Closed","message":"The job is closed.","log_url":null}}""", "application/json", "ATS.JOB_CLOSED", "Closed", "The job is closed.", true },
        { """{"status":"error","error":{"code":null,"title":null,"message":"Odd.","log_url":null}}""", "application/json", null, null, "Odd.", true },
        { """{"status":"error","error":{"code":"","title":" ","message":"Odd."}}""", "application/json", null, null, "Odd.", true },
        { """{"status":"error","error":{"code":7,"title":[1],"message":"Odd."}}""", "application/json", null, null, "Odd.", true },
        { """{"error":{"message":"Only a message."}}""", "application/json", null, null, "Only a message.", true },
        { """{"message":"Only a message."}""", "text/html", null, null, "Only a message.", true },
        { """{"status":"error","error":{"message":{"remote_http_status":404,"remote_error":"gone"}}}""", "application/json", null, null, """{"remote_http_status":404,"remote_error":"gone"}""", true },
        { """{"status":"error","error":{"code":"X.Y","message":null}}""", "application/json", "X.Y", null, null, true },
        { """{"status":"error","error":null}""", "application/json", null, null, null, true },
        { """{"status":"error","error":"text"}""", "application/json", null, null, "text", true },
        { """{"error":"text"}""", "application/json", null, null, "text", true },
        { """{"error":"invalid_scope","error_description":"The scope is unknown."}""", "application/json", null, null, "invalid_scope: The scope is unknown.", true },
        { """{"error":{"code":"X.Y","detail":"The scope is unknown."}}""", "application/json", "X.Y", null, "The scope is unknown.", true },
        { """{"type":"about:blank","title":"Bad","detail":"The scope is unknown."}""", "application/problem+json", null, "Bad", "The scope is unknown.", false },
        { """{"title":"Bad"}""", "application/problem+json", null, "Bad", null, false },
        { """{"errors":[{"message":"One."},"Two.",{"detail":"Three."},7,{"title":"Four."}]}""", "application/json", null, null, "One.; Two.; Three.; Four.", false },
        { """{"status":"error","error":{"code":"X.Y"},"message":"Beside it."}""", "application/json", "X.Y", null, "Beside it.", true },
        { """{"status":"error"}""", "application/json", null, null, null, true },
        { """{"anything":"else"}""", "application/json", null, null, null, false },
        { "\uFEFF{\"status\":\"error\",\"error\":{\"code\":\"X.Y\",\"message\":\"m\"}}", "application/json", "X.Y", null, "m", true },
        { "<html><head><title>503 Service\n  Temporarily Unavailable</title></head><body>secret</body></html>", "text/html", null, null, "503 Service Temporarily Unavailable", false },
        { "\n\uFEFF<!DOCTYPE html><TITLE lang=\"en\">Bad Gateway</TITLE>", "text/html", null, null, "Bad Gateway", false },
        { "<html><body>secret</body></html>", "text/html", null, null, null, false },
        { "no healthy upstream", "text/plain", null, null, "no healthy upstream", false },
        { "text of an unknown kind", "application/octet-stream", null, null, null, false },
        { "", "text/plain", null, null, null, false },
        { "[\"secret\"]", "application/json", null, null, null, false },
        { "\"secret\"", "application/json", null, null, null, false },
        { "{\"first_name\":\"secret\",\"last_na", "application/json", null, null, null, false },
        { "{\"first_name\":\"secret\",\"last_na", "text/plain", null, null, null, false },
        { "[\"secret\"]", "text/plain", null, null, null, false },
        { "\"secret\"", "text/plain", null, null, null, false },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_body_is_read_as_far_as_it_can_be(string body, string mediaType, string? code, string? title, string? message, bool isKombo)
    {
        var error = ErrorBody.Read(Encoding.UTF8.GetBytes(body), mediaType);
        Assert.Equal(code, error.Code);
        Assert.Equal(title, error.Title);
        Assert.Equal(message, error.Message);
        Assert.Equal(isKombo, error.IsKombo);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Every_body_becomes_a_failure_that_says_something(string body, string mediaType, string? code, string? title, string? message, bool isKombo)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(422, mediaType, Encoding.UTF8.GetBytes(body)));
        using var client = Given.Client(server);
        var failure = await client.Failure(Given.Read);
        Assert.Equal(code ?? "Kombo.Http422", failure.ErrorId);
        Assert.Equal(isKombo ? KomboFailure.Api : KomboFailure.Http, failure.Failure);
        Assert.Equal(title, failure.Title);
        Assert.Equal(422, failure.StatusCode);
        Assert.Equal("GET", failure.Method);
        Assert.Equal("hris/employees/form", failure.Path);
        Assert.DoesNotContain("secret", failure.ToString());
        if (message is not null)
        {
            Assert.Equal(message, failure.Message);
        }
        else if (title is null)
        {
            Assert.Contains("HTTP 422", failure.Message);
        }
    }

    [Fact]
    public async Task An_error_keeps_everything_that_came()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(
            """{"status":"error","error":{"code":"ATS.JOB_CLOSED","title":"Closed","message":"m","log_url":null,"hint":{"retry":false,"fields":["a",1.5]}},"trace":"t1"}""", 422)
            .With("X-Request-Id", "req-1").With("CF-Ray", "ray-1").With("Set-Cookie", "session=S3cret; Path=/").With("X-Custom", "a").With("X-Custom", "b").With("X-Auth-Token", "S3cret"));
        using var client = Given.Client(server);
        var failure = await client.Failure(Given.Write);
        Assert.Equal(["a", 1.5], Assert.IsType<KomboList<object?>>(Assert.IsType<KomboMap>(failure.Error!["hint"])["fields"]));
        Assert.Equal("req-1", failure.RequestId);
        Assert.Equal("ray-1", failure.Headers["cf-ray"]);
        Assert.Equal("a, b", failure.Headers["X-CUSTOM"]);
        Assert.Equal("***", failure.Headers["Set-Cookie"]);
        Assert.Equal("***", failure.Headers["X-Auth-Token"]);
        Assert.Contains("\"trace\":\"t1\"", failure.Body, StringComparison.Ordinal);
        Assert.Equal(("POST", "hris/absences", 422), (failure.Method, failure.Path, failure.StatusCode));
    }

    [Theory]
    [InlineData(200, "application/json", """{"status":"success","data":{"employees":[]}}""")]
    [InlineData(200, "text/html", "<html>Sign in</html>")]
    [InlineData(302, "text/html", "<html>Moved</html>")]
    [InlineData(502, "text/html", "<html>Bad</html>")]
    public async Task An_unexpected_answer_is_kept_too(int status, string type, string body)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(status, type, Encoding.UTF8.GetBytes(body)).With("Request-Id", "r1"));
        using var client = Given.Client(server, maxRetry: 0);
        using var pages = client.Pages<Employee>(Given.List);
        var failure = await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon());
        Assert.Equal((status, body, "r1"), (failure.StatusCode, failure.Body, failure.RequestId));
        Assert.StartsWith(type, failure.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_an_answer_is_bounded_and_has_no_secrets()
    {
        var key = Given.NewKey();
        using var server = new LoopbackServer(_ => LoopbackReply.Json(
            $$"""{"error":{"message":"m","{{key}}":["{{key}}"],"header":"Bearer abcdefgh12345","secret":"of-the-request"},"pad":"{{new string('x', 100_000)}}"}""", 400).With("X-Echo", $"Bearer {key}"));
        using var client = Given.Client(server, key: key);
        var failure = await client.Failure(new KomboRequest("POST", "x") { Secrets = ["of-the-request"] });
        Assert.InRange(failure.Body!.Length, 32_768, 33_000);
        foreach (var text in new[] { failure.Body, failure.Error!.ToString(), failure.Headers["X-Echo"] })
        {
            Assert.DoesNotContain(key, text, StringComparison.Ordinal);
            Assert.DoesNotContain("abcdefgh12345", text, StringComparison.Ordinal);
            Assert.DoesNotContain("of-the-request", text, StringComparison.Ordinal);
            Assert.Contains("***", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_an_answer_there_is_nothing_to_keep()
    {
        using var client = Given.Client(new Uri($"http://127.0.0.1:{LoopbackServer.RefusedPort()}/v1"), maxRetry: 0);
        var failure = await client.Failure(Given.Read);
        Assert.Empty(failure.Headers);
        Assert.Null(failure.Body);
        Assert.Null(failure.Error);
        Assert.Null(failure.RequestId);
    }

    [Theory]
    [InlineData("ATS.JOB_CLOSED", "hris/x", KomboErrorFamily.Ats)]
    [InlineData("HRIS.EMPLOYEE_ALREADY_EXISTS", null, KomboErrorFamily.Hris)]
    [InlineData("PLATFORM.INPUT_INVALID", "hris/absences", KomboErrorFamily.Hris)]
    [InlineData("INTEGRATION.INACTIVE", "ats/jobs", KomboErrorFamily.Ats)]
    [InlineData(null, "assessment/packages", KomboErrorFamily.Ats)]
    [InlineData(null, "ai-apply/postings", KomboErrorFamily.AiApply)]
    [InlineData("AI_APPLY.JOB_POSTING_ALREADY_EXISTS", null, KomboErrorFamily.AiApply)]
    [InlineData("LMS.COURSE_UPDATE_NOT_SUPPORTED", "lms/courses/bulk", KomboErrorFamily.General)]
    [InlineData("PLATFORM.AUTHENTICATION_INVALID", "check-api-key", KomboErrorFamily.General)]
    [InlineData(null, null, KomboErrorFamily.General)]
    public void The_family_of_an_error_goes_by_its_code_and_then_by_the_path(string? code, string? path, KomboErrorFamily family) =>
        Assert.Equal(family, new KomboException(KomboFailure.Api, "m") { Code = code, Path = path }.Family);

    [Theory]
    [InlineData(200, "text/html", "<html>Sign in</html>")]
    [InlineData(200, "application/json", "{\"half")]
    [InlineData(204, null, "")]
    [InlineData(302, "text/html", "")]
    [InlineData(429, "application/json", """{"error":{"code":"PLATFORM.RATE_LIMIT_EXCEEDED"}}""")]
    [InlineData(500, "application/json; charset=klingon", "{}")]
    public async Task A_raw_answer_is_given_back_whatever_it_is(int status, string? type, string body)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(status, type, Encoding.UTF8.GetBytes(body)).With("X-Request-Id", "r1").With("Set-Cookie", "a=b"));
        using var client = Given.Client(server);
        var answer = await client.SendRawAsync(Given.Write, null, TestContext.Current.CancellationToken).Soon();
        Assert.Equal((status, body, "r1", "***"), (answer.StatusCode, answer.Body, answer.RequestId, answer.Headers["Set-Cookie"]));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_an_answer_a_raw_read_is_tried_again_and_a_change_is_not()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Reset());
        using var client = Given.Client(server);
        Assert.Equal(200, (await client.SendRawAsync(Given.Read, null, TestContext.Current.CancellationToken).Soon()).StatusCode);
        server.Enqueue(LoopbackReply.Reset());
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.SendRawAsync(Given.Write, null, TestContext.Current.CancellationToken).Soon());
        Assert.True(failure.MayHaveExecuted);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public void A_long_page_is_cut()
    {
        var error = ErrorBody.Read(Encoding.UTF8.GetBytes("begin " + new string('x', 100_000)), "text/plain");
        Assert.StartsWith("begin xxx", error.Message);
        Assert.InRange(error.Message!.Length, 50, 210);
    }

    [Theory]
    [InlineData("\"https://app.kombo.dev/logs/1\"", "https://app.kombo.dev/logs/1")]
    [InlineData("\"not an address\"", null)]
    [InlineData("7", null)]
    [InlineData("null", null)]
    public void The_log_url_is_taken_only_if_it_is_one(string value, string? expected)
    {
        var error = ErrorBody.Read(Encoding.UTF8.GetBytes("{\"error\":{\"log_url\":" + value + "}}"), "application/json");
        Assert.Equal(expected, error.LogUrl?.AbsoluteUri);
    }

    [Theory]
    [InlineData("""{"status":"error","error":{"code":"ATS.JOB_CLOSED","title":"Closed","message":"The job is closed.","log_url":null}}""")]
    [InlineData("""{"status":"error","error":{"code":"ATS.JOB_CLOSED","message":"The job is closed."},"data":{"id":"1"}}""")]
    public async Task An_error_with_HTTP_200_is_an_error(string body)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(body));
        using var client = Given.Client(server);
        var failure = await client.Failure(Given.Write);
        Assert.Equal("ATS.JOB_CLOSED", failure.ErrorId);
        Assert.Equal("The job is closed.", failure.Message);
        Assert.Equal(200, failure.StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_error_with_HTTP_200_obeys_the_retry_table()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Error(200, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"));
        using var client = Given.Client(server);
        Assert.NotNull(await client.Send(Given.Write));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"status":"error","error":{"code":"X.Y","title":"Key KEY","message":"The key 'KEY' is wrong."}}""", "application/json", 401)]
    [InlineData("""{"status":"error","error":{"code":"X.KEY","title":"Bearer KEY","message":{"authorization":"Bearer KEY"}}}""", "application/json", 401)]
    [InlineData("<html><title>Cannot GET with KEY</title></html>", "text/html", 502)]
    [InlineData("Bad header: Bearer KEY", "text/plain", 400)]
    [InlineData("<html><title>KEY</title>", "text/html", 200)]
    public async Task A_key_that_the_server_echoes_is_not_shown(string body, string mediaType, int status)
    {
        var key = Given.NewKey();
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(status, mediaType, Encoding.UTF8.GetBytes(body.Replace("KEY", key, StringComparison.Ordinal))));
        using var client = Given.Client(server, key: key, maxRetry: 1);
        var notices = new Notices();
        var failure = await client.Failure(Given.Read, notices);
        Assert.DoesNotContain(key, failure.ToString());
        Assert.DoesNotContain(key, failure.Title ?? "");
        Assert.DoesNotContain(key, failure.ErrorId);
        Assert.All(notices.All, notice => Assert.DoesNotContain(key, notice.Message));
        if (status != 200)
        {
            Assert.Contains("***", failure.Message);
        }
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"results":[{"id":"1","first_name":"secret","weekly_hours":}]}}""", "application/json")]
    [InlineData("""{"status":"success","data":{"rows":[{"first_name":"secret"}]}}""", "application/json")]
    [InlineData("""{"status":"success","data":{"results":["secret"]}}""", "application/json")]
    [InlineData("""{"status":"success","data":{"results":[{"id":"1","first_name":"secret""", "application/json")]
    [InlineData("""secret""", "application/json")]
    [InlineData("""<html><body>secret</body></html>""", "text/html")]
    [InlineData("""secret""", "text/plain")]
    public async Task An_unreadable_answer_is_never_quoted(string body, string mediaType)
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Bytes(200, mediaType, Encoding.UTF8.GetBytes(body)));
        using var client = Given.Client(server, maxRetry: 0);
        using var pages = client.Pages<Models.Employee>(Given.List);
        var failure = await Assert.ThrowsAsync<KomboException>(() => pages.NextAsync().Soon());
        Assert.DoesNotContain("secret", failure.ToString());
        Assert.Equal("Kombo.UnexpectedResponse", failure.ErrorId);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_the_key_reaches_no_other_host(int status)
    {
        using var other = new LoopbackServer();
        using var server = new LoopbackServer(_ => LoopbackReply.Redirect(status, $"http://localhost:{other.Port}/v1/hris/employees"));
        using var client = Given.Client(server);
        var failure = await client.Failure(Given.Read);
        Assert.Equal("Kombo.UnexpectedResponse", failure.ErrorId);
        Assert.Contains("redirect", failure.Message);
        Assert.Single(server.Requests);
        Assert.Equal(0, other.Connections);
    }

    [Theory]
    [InlineData("http://localhost:{0}/v1/steal")]
    [InlineData("//localhost:{0}/v1/steal")]
    [InlineData("\\\\localhost:{0}\\v1")]
    [InlineData("/v2/hris")]
    [InlineData("../v2/hris")]
    [InlineData("hris/../../v2")]
    [InlineData("https:")]
    [InlineData("http://")]
    public async Task A_path_that_leads_away_from_the_server_is_refused(string path)
    {
        using var other = new LoopbackServer();
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        var failure = await client.Failure(new KomboRequest("GET", string.Format(System.Globalization.CultureInfo.InvariantCulture, path, other.Port)));
        Assert.Equal("Path", failure.Parameter);
        Assert.Empty(server.Requests);
        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task A_missing_integration_is_noticed_before_anything_is_sent()
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        var failure = await client.Failure(new KomboRequest("GET", "hris/employees") { IntegrationHeader = IntegrationHeader.Required });
        Assert.Equal("Kombo.InvalidInput", failure.ErrorId);
        Assert.Equal("IntegrationId", failure.Parameter);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("personio:1\r\nX-Evil: 1")]
    [InlineData("personio:1\n")]
    [InlineData("personio: 1")]
    [InlineData("persönio:1")]
    [InlineData("")]
    public async Task An_integration_id_that_no_header_can_carry_is_refused(string id)
    {
        using var server = new LoopbackServer();
        Assert.Equal("IntegrationId", Assert.Throws<KomboException>(() => Given.Client(server, integrationId: id)).Parameter);
        using var client = Given.Client(server);
        var failure = await client.Failure(new KomboRequest("GET", "x") { IntegrationHeader = IntegrationHeader.Optional, IntegrationId = id });
        Assert.Equal("IntegrationId", failure.Parameter);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(KomboFailure.Timeout, "Kombo.Timeout")]
    [InlineData(KomboFailure.Unreachable, "Kombo.Network")]
    [InlineData(KomboFailure.ConnectionLost, "Kombo.Network")]
    [InlineData(KomboFailure.Truncated, "Kombo.UnexpectedResponse")]
    [InlineData(KomboFailure.UnexpectedResponse, "Kombo.UnexpectedResponse")]
    [InlineData(KomboFailure.InvalidInput, "Kombo.InvalidInput")]
    [InlineData(KomboFailure.NotConnected, "Kombo.NotConnected")]
    public void Failures_without_a_code_have_a_stable_id(KomboFailure failure, string id) =>
        Assert.Equal(id, new KomboException(failure, "m").ErrorId);

    [Theory]
    [InlineData("PLATFORM.RATE_LIMIT_EXCEEDED", 429, true)]
    [InlineData("REMOTE.SERVICE_UNAVAILABLE", 503, true)]
    [InlineData(null, 503, true)]
    [InlineData(null, 404, false)]
    [InlineData("ATS.JOB_CLOSED", 503, false)]
    public void Transient_is_what_may_work_later_unchanged(string? code, int status, bool isTransient) =>
        Assert.Equal(isTransient, new KomboException(KomboFailure.Http, "m") { Code = code, StatusCode = status }.IsTransient);
}
