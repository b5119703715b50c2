using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Kombo.Tests;

/// <summary>Headers, cookies, certificates and handlers of one's own.</summary>
public sealed class HttpSettingsTests
{
    private const string Key = "kombo_http_S3cret";

    [Fact]
    public async Task Headers_and_cookies_go_to_the_API_and_not_to_the_servers_of_files()
    {
        using var server = new LoopbackServer();
        using var files = new LoopbackServer(_ => LoopbackReply.Text(200, "x"));
        using var client = new KomboClient(new KomboClientOptions
        {
            ApiKey = Given.NewKey(),
            Server = server.Address,
            Headers = new Dictionary<string, string> { ["X-Gateway-Token"] = "t0ken", ["User-Agent"] = "payroll/2", ["X-Tenant"] = "acme" },
            Cookies = new Dictionary<string, string> { ["session"] = "abc=", ["b"] = "2" },
        });
        await client.Send(Given.Write);
        using var target = new MemoryStream();
        await client.DownloadAsync(files.Address + "cv.pdf", target, cancellationToken: TestContext.Current.CancellationToken).Soon();
        var sent = server.Requests[0];
        Assert.Equal("t0ken", sent.Header("X-Gateway-Token"));
        Assert.Equal("acme", sent.Header("X-Tenant"));
        Assert.Equal("payroll/2", sent.Header("User-Agent"));
        Assert.Equal("session=abc=; b=2", sent.Header("Cookie"));
        var fetched = files.Requests[0];
        Assert.Null(fetched.Header("X-Gateway-Token"));
        Assert.Null(fetched.Header("X-Tenant"));
        Assert.Null(fetched.Header("Cookie"));
        Assert.Null(fetched.Header("Authorization"));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    [InlineData("X-Integration-Id")]
    [InlineData("Host")]
    [InlineData("Accept")]
    [InlineData("Content-Type")]
    [InlineData("Content-Anything")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Proxy-Authorization")]
    [InlineData("Connection")]
    [InlineData("Expect")]
    [InlineData("Cookie")]
    [InlineData("X Y")]
    [InlineData("X:Y")]
    [InlineData("X-Y\r\nAuthorization")]
    [InlineData("")]
    public void Headers_that_are_not_for_others_to_set_are_refused(string name) => AssertRefused("Header", new KomboClientOptions
    {
        ApiKey = Key,
        Headers = new Dictionary<string, string> { [name] = "S3cret" },
    });

    [Theory]
    [InlineData("a\r\nX-Evil: S3cret")]
    [InlineData("a\nS3cret")]
    [InlineData("S3cretä")]
    [InlineData("S3cret\0")]
    [InlineData(null)]
    public void Values_that_no_header_can_carry_are_refused(string? value)
    {
        AssertRefused("Header", new KomboClientOptions { ApiKey = Key, Headers = new Dictionary<string, string> { ["X-Y"] = value! } });
        AssertRefused("Cookie", new KomboClientOptions { ApiKey = Key, Cookies = new Dictionary<string, string> { ["y"] = value! } });
    }

    [Theory]
    [InlineData("S3cret; admin=1")]
    [InlineData("S3cret b")]
    [InlineData("S3cret,b")]
    [InlineData("\"S3cret\"")]
    [InlineData("S3cret\\b")]
    public void A_cookie_cannot_become_two(string value) =>
        AssertRefused("Cookie", new KomboClientOptions { ApiKey = Key, Cookies = new Dictionary<string, string> { ["y"] = value } });

    [Fact]
    public async Task Secrets_among_them_are_not_shown_when_a_server_sends_them_back()
    {
        using var server = new LoopbackServer(request => LoopbackReply.Error(400, "X.Y", $"{request.Header("X-Client-Key")} {request.Header("Cookie")} {request.Header("X-Tenant")}").With("X-Echo", request.Header("Cookie")!));
        using var client = new KomboClient(new KomboClientOptions
        {
            ApiKey = Given.NewKey(),
            Server = server.Address,
            Headers = new Dictionary<string, string> { ["X-Client-Key"] = "S3cretKey", ["X-Tenant"] = "acme" },
            Cookies = new Dictionary<string, string> { ["session"] = "S3cretCookie" },
        });
        var failure = await client.Failure(Given.Read);
        Assert.Equal("*** session=*** acme", failure.Message);
        Assert.DoesNotContain("S3cret", failure.Body + failure.Error + failure.Headers["X-Echo"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_identifies_the_client_to_the_API_and_to_nobody_else()
    {
        using var authority = Certificate("server");
        using var own = Certificate("client");
        await using var server = new TlsServer(authority);
        await using var files = new TlsServer(authority);
        using var client = new KomboClient(new KomboClientOptions
        {
            ApiKey = Given.NewKey(),
            Server = server.Address,
            Certificate = own,
            Retry = KomboRetry.Off,
            TrustsServer = _ => true,
        });
        await client.Send(Given.Read);
        using var target = new MemoryStream();
        await client.DownloadAsync(files.Address + "cv.pdf", target, cancellationToken: TestContext.Current.CancellationToken).Soon();
        Assert.Equal(own.Thumbprint, Assert.Single(server.Clients));
        Assert.Equal("", Assert.Single(files.Clients));
    }

    [Fact]
    public void A_certificate_without_its_private_key_is_refused()
    {
        using var own = Certificate("client");
        using var half = new X509Certificate2(own.Export(X509ContentType.Cert));
        AssertRefused("Certificate", new KomboClientOptions { ApiKey = Key, Certificate = half });
    }

    [Fact]
    public async Task A_handler_before_the_network_sees_what_goes_over_it()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 7, 60));
        using var handler = new Tracing();
        var key = Given.NewKey();
        using (var client = new KomboClient(new KomboClientOptions { ApiKey = key, Server = server.Address, Handler = handler }))
        {
            await client.Send(Given.Read);
            AssertRefused("HttpMessageHandler", new KomboClientOptions { ApiKey = Key, Handler = handler });
        }

        Assert.Equal([$"GET {server.Address}hris/employees/form"], handler.Seen);
        Assert.Single(server.Requests);

        // It is the caller's, who may look into it afterwards.
        Assert.False(handler.IsDisposed);
    }

    [Fact]
    public async Task A_handler_that_answers_itself_takes_neither_proxy_nor_certificate()
    {
        using var handler = new Answering();
        using var outer = new Tracing { InnerHandler = handler };
        using (var client = new KomboClient(new KomboClientOptions { ApiKey = Key, Handler = outer }))
        {
            Assert.Null(await client.Send(Given.Write));
        }

        Assert.Equal(["POST https://api.kombo.dev/v1/hris/absences"], outer.Seen);
        AssertRefused("HttpMessageHandler", new KomboClientOptions { ApiKey = Key, Handler = handler, Proxy = new WebProxy("http://proxy.example.com") });
        using var own = Certificate("client");
        AssertRefused("HttpMessageHandler", new KomboClientOptions { ApiKey = Key, Handler = outer, Certificate = own });
    }

    private static void AssertRefused(string option, KomboClientOptions options)
    {
        var failure = Assert.Throws<KomboException>(() => new KomboClient(options));
        Assert.Equal(option, failure.Parameter);
        Assert.DoesNotContain("S3cret", failure.ToString(), StringComparison.Ordinal);
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return new X509Certificate2(made.Export(X509ContentType.Pfx), (string?)null, X509KeyStorageFlags.Exportable);
    }

    private sealed class Tracing : DelegatingHandler
    {
        public List<string> Seen { get; } = [];

        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add($"{request.Method} {request.RequestUri}");
            return base.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
    }

    /// <summary>Answers over TLS, asks for a certificate, and remembers whose it was; "" for a client without one.</summary>
    private sealed class TlsServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _serving;
        private readonly X509Certificate2 _certificate;

        public TlsServer(X509Certificate2 certificate)
        {
            _certificate = certificate;
            _listener.Start();
            _serving = ServeAsync();
        }

        public Uri Address => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/");

        public List<string> Clients { get; } = [];

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving.Soon();
        }

        private async Task ServeAsync()
        {
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await using var stream = new SslStream(connection.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
                {
                    ServerCertificate = _certificate,
                    ClientCertificateRequired = true,
                    RemoteCertificateValidationCallback = (_, _, _, _) => true,
                });
                Clients.Add((stream.RemoteCertificate as X509Certificate2)?.Thumbprint ?? "");
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 35\r\nConnection: close\r\n\r\n{\"status\":\"success\",\"data\":{\"a\":1}}"u8.ToArray());
                await stream.FlushAsync();
            }
            catch (SocketException)
            {
                // Stopped before anyone came.
            }
        }
    }
}
