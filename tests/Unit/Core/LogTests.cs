using System.Text.Json;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>The log of requests.</summary>
public sealed class LogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kombo-log").FullName;

    private string LogPath => Path.Combine(_folder, "requests.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_attempt_is_one_line()
    {
        var key = Given.NewKey();
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("""{"note":"personal"}""")).WithQuota(300, 9, 30).With("Concurrency-Limit", "5").With("Concurrency-Remaining", "3").With("X-Request-Id", "r2"));
        server.Enqueue(LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"), LoopbackReply.ResetInBody("{}"));
        using (var client = Client(server.Address, key))
        {
            await client.Send(new KomboRequest("GET", "hris/employees") { Query = { new("work_emails", "a@example.com"), new("n", "ü \"") }, IntegrationHeader = IntegrationHeader.Optional, IntegrationId = "personio:1" });
            await client.Send(new KomboRequest("POST", "hris/absences") { Query = { new("reason", "S3cretQuery") }, Body = new KomboMap { ["note"] = "S3cretBody" } });
        }

        var lines = Lines();
        Assert.Equal([1, 2, 3, 1], lines.Select(line => line.GetProperty("attempt").GetInt32()));
        Assert.Equal(["PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "Kombo.Network", null, null], lines.Select(line => line.GetProperty("error").GetString()));
        var read = lines[2];
        Assert.Equal(("GET", "hris/employees", "personio:1", 200), (Text(read, "method"), Text(read, "path"), Text(read, "integration_id"), read.GetProperty("status").GetInt32()));
        Assert.Equal("a@example.com", Text(read.GetProperty("query"), "work_emails"));
        Assert.Equal((300, 9, 30, 5, 3, "r2"), (
            read.GetProperty("ratelimit_limit").GetInt32(), read.GetProperty("ratelimit_remaining").GetInt32(), read.GetProperty("ratelimit_reset").GetInt32(),
            read.GetProperty("concurrency_limit").GetInt32(), read.GetProperty("concurrency_remaining").GetInt32(), Text(read, "request_id")));
        Assert.True(read.GetProperty("ms").GetInt64() >= 0);
        Assert.Equal(JsonValueKind.Null, lines[3].GetProperty("query").GetProperty("reason").ValueKind);
        Assert.True(DateTimeOffset.TryParse(Text(read, "time"), System.Globalization.CultureInfo.InvariantCulture, out _));
        var text = File.ReadAllText(LogPath);
        Assert.DoesNotContain("S3cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("personal", text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_in_it_only_when_they_are_asked_for_and_secrets_never()
    {
        var key = Given.NewKey();
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Success($$"""{"echo":"{{request.Header("Authorization")}}","note":"of the answer"}""")));
        using (var client = Client(server.Address, key, logBody: true))
        {
            await client.Send(new KomboRequest("POST", "x") { Secrets = ["S3cretValue"], Body = new KomboMap { ["a"] = "of the request", ["b"] = "S3cretValue" } });
        }

        var line = Assert.Single(Lines());
        Assert.Equal("""{"a":"of the request","b":"***"}""", Text(line, "request_body"));
        Assert.Equal(Given.Success("""{"echo":"Bearer ***","note":"of the answer"}"""), Text(line, "response_body"));
    }

    [Fact]
    public async Task What_was_there_stays_and_two_clients_can_write_at_the_same_time()
    {
        File.WriteAllText(LogPath, "{\"attempt\":0}\n");
        using var server = new LoopbackServer();
        using (var one = Client(server.Address, Given.NewKey()))
        using (var other = Client(server.Address, Given.NewKey()))
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(number => (number % 2 == 0 ? one : other).Send(Given.Read)));
        }

        var lines = Lines();
        Assert.Equal(51, lines.Count);
        Assert.Equal(0, lines[0].GetProperty("attempt").GetInt32());
    }

    [Fact]
    public async Task What_is_ended_by_the_caller_is_in_it_too()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Hang());
        using var stop = new CancellationTokenSource();
        using (var client = Client(server.Address, Given.NewKey()))
        {
            var sending = client.SendAsync<object>(Given.Write, null, stop.Token);
            await server.Arrived(1).Soon();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.Soon());
        }

        Assert.Equal("Stopped", Text(Assert.Single(Lines()), "error"));
    }

    [Fact]
    public async Task Files_are_in_it_without_their_addresses()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Text(200, "content"));
        using (var client = Client(server.Address, Given.NewKey()))
        using (var target = new MemoryStream())
        {
            await client.DownloadAsync(server.Address + "S3cret.pdf?signature=S3cret", target, cancellationToken: TestContext.Current.CancellationToken).Soon();
        }

        var line = Assert.Single(Lines());
        Assert.Equal((200, 7), (line.GetProperty("status").GetInt32(), line.GetProperty("bytes").GetInt32()));
        Assert.DoesNotContain("S3cret", line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_refused_before_anything_is_sent()
    {
        var failure = Assert.Throws<KomboException>(() => new KomboClient(new KomboClientOptions { ApiKey = "a-key-for-tests", LogPath = Path.Combine(_folder, "missing", "x.jsonl") }));
        Assert.Equal("LogPath", failure.Parameter);
        Assert.Throws<KomboException>(() => new KomboClient(new KomboClientOptions { ApiKey = "a-key-for-tests", LogPath = _folder }));
    }

    [Fact]
    public async Task A_log_is_for_its_owner_alone()
    {
        using var server = new LoopbackServer();
        using var client = Client(server.Address, Given.NewKey());
        await client.Send(Given.Read);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(LogPath));
        }
    }

    private KomboClient Client(Uri server, string key, bool logBody = false) => new(new KomboClientOptions
    {
        ApiKey = key,
        Server = server,
        LogPath = LogPath,
        LogBody = logBody,
        Retry = new() { FirstInterval = Given.Unit },
        RetryUnit = Given.Unit,
    });

    private List<JsonElement> Lines() => File.ReadLines(LogPath).Select(line => JsonDocument.Parse(line).RootElement).ToList();

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
