using System.Text;

namespace Kombo.Tests;

/// <summary>Fetching files from the addresses that attachments name.</summary>
public sealed class DownloadTests : IDisposable
{
    private readonly LoopbackServer _server = new();
    private readonly MemoryStream _target = new();

    public void Dispose()
    {
        _server.Dispose();
        _target.Dispose();
    }

    private string Address => $"http://127.0.0.1:{_server.Port}/bucket/cv.pdf?signature=s3cret";

    private string Received => Encoding.UTF8.GetString(_target.ToArray());

    [Fact]
    public async Task Neither_key_nor_integration_goes_along_not_even_to_the_server_of_the_API()
    {
        const string key = "download-key-9482";
        using var client = Given.Client(_server, key: key, integrationId: "personio:x");
        _server.Enqueue(Pdf("%PDF"));
        Assert.Equal(4, await Fetch(client, Address));
        Assert.Equal("%PDF", Received);
        var request = Assert.Single(_server.Requests);
        Assert.Equal("/bucket/cv.pdf?signature=s3cret", request.Target);
        Assert.Null(request.Header("Authorization"));
        Assert.Null(request.Header("X-Integration-Id"));
        Assert.DoesNotContain(request.Headers, header => header.Value.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redirects_are_followed_and_get_no_key_either()
    {
        using var elsewhere = new LoopbackServer();
        elsewhere.Enqueue(Pdf("there"));
        _server.Enqueue(LoopbackReply.Redirect(302, "/next"), LoopbackReply.Redirect(307, $"http://localhost:{elsewhere.Port}/there"));
        using var client = Given.Client(_server);
        await Fetch(client, Address);
        Assert.Equal("there", Received);
        Assert.Equal(["/bucket/cv.pdf?signature=s3cret", "/next"], _server.Requests.Select(request => request.Target));
        Assert.All(_server.Requests.Concat(elsewhere.Requests), request => Assert.Null(request.Header("Authorization")));
    }

    [Fact]
    public async Task Redirects_end_somewhere()
    {
        _server.Respond = _ => LoopbackReply.Redirect(302, "/again");
        using var client = Given.Client(_server);
        var failure = await Failure(client, Address);
        Assert.Equal("Kombo.UnexpectedResponse", failure.ErrorId);
        Assert.Equal(11, _server.Requests.Count);
    }

    [Theory]
    [InlineData("http://files.example.com/cv.pdf")]
    [InlineData("ftp://127.0.0.1/cv.pdf")]
    [InlineData("file:///etc/passwd")]
    [InlineData("cv.pdf")]
    [InlineData("/etc/passwd")]
    [InlineData("data:application/pdf;base64,!!!")]
    public async Task Only_encrypted_addresses_are_fetched_from(string address)
    {
        using var client = Given.Client(_server);
        Assert.Equal(KomboFailure.InvalidInput, (await Failure(client, address)).Failure);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("http://files.example.com/cv.pdf")]
    [InlineData("file:///etc/passwd")]
    public async Task Redirects_to_other_addresses_are_not_followed(string location)
    {
        _server.Enqueue(LoopbackReply.Redirect(302, location));
        using var client = Given.Client(_server);
        var failure = await Failure(client, Address);
        Assert.Equal(KomboFailure.UnexpectedResponse, failure.Failure);
        Assert.Contains("redirects to", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_internet_does_not_lead_to_this_machine()
    {
        var download = new Http.Download("https://files.example.com/cv.pdf", _target, null, null, null);
        Assert.Throws<KomboException>(() => download.Follow(download.Address!, new Uri($"http://127.0.0.1:{_server.Port}/")));
        Assert.Equal("https://other.example.com/x", download.Follow(download.Address!, new Uri("https://other.example.com/x")).AbsoluteUri);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost.")]
    [InlineData("a.localhost")]
    [InlineData("intranet")]
    [InlineData("files.local")]
    [InlineData("metadata.google.internal")]
    [InlineData("0.0.0.0")]
    [InlineData("0")]
    [InlineData("127.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("2130706433")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:10.0.0.1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[64:ff9b::a9fe:a9fe]")]
    [InlineData("[fd00::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fe80::1%25eth0]")]
    public void Nor_does_it_lead_into_a_network_that_is_not_public(string host)
    {
        var download = new Http.Download("https://files.example.com/cv.pdf", _target, null, null, null);
        var failure = Assert.Throws<KomboException>(() => download.Follow(download.Address!, new Uri($"https://{host}/x")));
        Assert.Contains("redirects to", failure.Message, StringComparison.Ordinal);

        // Where the file itself is named in such a network, it stays there.
        var within = new Http.Download("https://10.0.0.9/cv.pdf", _target, null, null, null);
        Assert.Equal("/x", within.Follow(within.Address!, new Uri($"https://{host}/x")).AbsolutePath);
    }

    [Theory]
    [InlineData("files.example.com")]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("169.253.1.1")]
    [InlineData("[2606:4700::1111]")]
    [InlineData("[::ffff:8.8.8.8]")]
    [InlineData("localhost.example.com")]
    public void Public_addresses_are_followed(string host)
    {
        var download = new Http.Download("https://files.example.com/cv.pdf", _target, null, null, null);
        Assert.Equal("/x", download.Follow(download.Address!, new Uri($"https://{host}/x")).AbsolutePath);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    [InlineData(50_000_000, false)]
    public async Task A_file_that_unpacks_to_more_than_allowed_is_given_up(int bytes, bool isTaken)
    {
        _server.Respond = _ => LoopbackReply.Compressed("gzip", new string('x', bytes));
        using var client = Given.Client(_server);
        var fetching = client.DownloadAsync(Address, _target, maximumSize: 1_000, cancellationToken: TestContext.Current.CancellationToken).Soon();
        if (isTaken)
        {
            Assert.Equal(bytes, await fetching);
            return;
        }

        var failure = await Assert.ThrowsAsync<KomboException>(() => fetching);
        Assert.Equal("Kombo.TooLarge", failure.ErrorId);
        Assert.Contains("1,000 bytes", failure.Message, StringComparison.Ordinal);
        Assert.InRange(_target.Length, 0, 1_000);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_file_that_says_it_is_larger_than_allowed_is_not_begun()
    {
        _server.Enqueue(LoopbackReply.HangInBody(new string('x', 5_000)));
        using var client = Given.Client(_server);
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.DownloadAsync(Address, _target, maximumSize: 4_999, cancellationToken: TestContext.Current.CancellationToken).Soon());
        Assert.Equal(KomboFailure.TooLarge, failure.Failure);
        Assert.Equal(0, _target.Length);
    }

    [Fact]
    public async Task A_file_in_the_address_has_the_same_limit()
    {
        using var client = Given.Client(_server);
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.DownloadAsync("data:text/plain,12345", _target, maximumSize: 4, cancellationToken: TestContext.Current.CancellationToken).Soon());
        Assert.Equal(KomboFailure.TooLarge, failure.Failure);
    }

    [Fact]
    public async Task What_broke_off_is_fetched_again_from_the_start()
    {
        _server.Enqueue(LoopbackReply.HalfBody("0123456789"), LoopbackReply.ResetInBody("0123456789"), LoopbackReply.Text(503, "busy"), Pdf("0123456789"));
        using var client = Given.Client(_server);
        Assert.Equal(10, await Fetch(client, Address));
        Assert.Equal("0123456789", Received);
        Assert.Equal(4, _server.Requests.Count);
    }

    [Fact]
    public async Task Storage_that_asks_to_wait_is_waited_for()
    {
        _server.Enqueue(LoopbackReply.Text(429, "slow down").With("Retry-After", "1"), Pdf("x"));
        using var client = Given.Client(_server);
        var notices = new Notices();
        await Fetch(client, Address, notices);
        var wait = Assert.Single(notices.Waits);
        Assert.Equal(TimeSpan.FromSeconds(1), wait.Duration);
        Assert.True(_server.Requests[1].Elapsed - _server.Requests[0].Elapsed >= TimeSpan.FromSeconds(0.9));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task An_expired_address_is_called_that_and_not_tried_again(int status)
    {
        const string page = """<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message><StringToSign>s3cret</StringToSign></Error>""";
        _server.Enqueue(LoopbackReply.Bytes(status, "application/xml", Encoding.UTF8.GetBytes(page)));
        using var client = Given.Client(_server);
        var failure = await Failure(client, Address);
        Assert.Equal("Kombo.LinkExpired", failure.ErrorId);
        Assert.Equal(status, failure.StatusCode);
        Assert.Contains("Request has expired", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("application/pdf", true)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true)]
    [InlineData("text/html", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("application/octet-stream", false)]
    [InlineData(null, false)]
    public async Task A_login_page_is_not_taken_for_the_file(string? expected, bool isRefused)
    {
        _server.Enqueue(LoopbackReply.Html(200, "<html><title>Please log in</title></html>"));
        using var client = Given.Client(_server);
        if (isRefused)
        {
            var failure = await Assert.ThrowsAsync<KomboException>(() => client.DownloadAsync(Address, _target, expected, cancellationToken: TestContext.Current.CancellationToken).Soon());
            Assert.Equal("Kombo.LinkExpired", failure.ErrorId);
            Assert.Contains("Please log in", failure.Message, StringComparison.Ordinal);
        }
        else
        {
            await client.DownloadAsync(Address, _target, expected, cancellationToken: TestContext.Current.CancellationToken).Soon();
            Assert.Contains("Please log in", Received, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_trace_and_no_failure_shows_more_of_the_address_than_its_host()
    {
        _server.Enqueue(LoopbackReply.Text(503, "busy"), Pdf("x"), LoopbackReply.Html(404, "gone"));
        using var client = Given.Client(_server);
        var notices = new Notices();
        await Fetch(client, Address, notices);
        var failure = await Failure(client, Address);
        var shown = string.Join("\n", notices.All.Select(notice => notice.Message)) + failure + failure.Path;
        Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("bucket", shown, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{_server.Port}", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_ends_it_but_slowness_does_not()
    {
        using var client = Given.Client(_server, maxRetry: 0, timeout: TimeSpan.FromMilliseconds(2000));
        _server.Enqueue(LoopbackReply.Trickle("0123456789", 1, 300), LoopbackReply.HangInBody("0123456789"));
        Assert.Equal(10, await Fetch(client, Address));
        Assert.Equal(KomboFailure.Timeout, (await Failure(client, Address)).Failure);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_no_reason_to_try_again()
    {
        _server.Respond = _ => Pdf("0123456789");
        using var client = Given.Client(_server);
        using var full = new FullStream();
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.DownloadAsync(Address, full, cancellationToken: TestContext.Current.CancellationToken).Soon());
        Assert.Equal("Kombo.FileNotWritten", failure.ErrorId);
        Assert.Contains("No space left", failure.Message, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task It_tells_how_far_it_is()
    {
        var body = new string('x', 200_000);
        _server.Enqueue(Pdf(body));
        using var client = Given.Client(_server);
        var told = new List<(long Bytes, long? Total)>();
        await client.DownloadAsync(Address, _target, progress: (bytes, total) => told.Add((bytes, total)), cancellationToken: TestContext.Current.CancellationToken).Soon();
        Assert.Equal((200_000, 200_000L), told[^1]);
        Assert.True(told.Count > 1);
        Assert.Equal(told.OrderBy(step => step.Bytes), told);
    }

    [Fact]
    public async Task It_can_be_cancelled_in_the_middle()
    {
        var hanging = LoopbackReply.HangInBody("0123456789");
        _server.Enqueue(hanging);
        using var client = Given.Client(_server);
        using var stop = new CancellationTokenSource();
        var download = client.DownloadAsync(Address, _target, cancellationToken: stop.Token);
        await hanging.Sent.Soon();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download.Soon());
        await hanging.Abandoned.Soon();
    }

    [Theory]
    [InlineData("data:application/pdf;base64,JVBERg==", "%PDF")]
    [InlineData("data:text/plain,a%20b", "a b")]
    public async Task An_address_may_be_the_file(string address, string content)
    {
        using var client = Given.Client(_server);
        await Fetch(client, address);
        Assert.Equal(content, Received);
        Assert.Empty(_server.Requests);
    }

    private static LoopbackReply Pdf(string content) => LoopbackReply.Bytes(200, "application/pdf", Encoding.UTF8.GetBytes(content));

    private Task<long> Fetch(KomboClient client, string address, Notices? notices = null) =>
        client.DownloadAsync(address, _target, "application/pdf", notify: notices is null ? null : notices.Add, cancellationToken: TestContext.Current.CancellationToken).Soon();

    private Task<KomboException> Failure(KomboClient client, string address) => Assert.ThrowsAsync<KomboException>(() => Fetch(client, address));

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device.");
    }
}
