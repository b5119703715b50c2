using System.Net;
using Kombo.Http;

namespace Kombo.Tests;

/// <summary>What proxies get to see, and what is told of them.</summary>
public sealed class ProxyTests
{
    private const string Password = "pr0xy:p@ss/w%rd";

    [Fact]
    public async Task Requests_to_loopback_addresses_go_through_no_proxy()
    {
        using var proxy = new LoopbackServer();
        using var server = new LoopbackServer();
        using var client = Client(server.Address, new WebProxy($"http://127.0.0.1:{proxy.Port}"));
        await client.Send(Given.Read);
        Assert.Single(server.Requests);
        Assert.Equal(0, proxy.Connections);
    }

    [Fact]
    public async Task All_others_do_and_the_proxy_sees_the_host_only()
    {
        using var proxy = new LoopbackServer(_ => LoopbackReply.Text(502, "no"));
        using var client = Client(new Uri("https://api.kombo.invalid/v1"), new WebProxy($"http://127.0.0.1:{proxy.Port}"));
        Assert.Equal(KomboFailure.Unreachable, (await client.Failure(Given.Read)).Failure);
        var request = proxy.Requests[0];
        Assert.Equal("CONNECT api.kombo.invalid:443", request.ToString());
        Assert.Null(request.Header("Authorization"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_password_is_in_no_error_of_a_tunnel_that_is_refused(bool isInAddress)
    {
        using var proxy = new LoopbackServer(_ => LoopbackReply.Text(407, "no").With("Proxy-Authenticate", "Basic realm=\"x\""));
        var address = new UriBuilder($"http://127.0.0.1:{proxy.Port}");
        if (isInAddress)
        {
            address.UserName = "user";
            address.Password = Uri.EscapeDataString(Password);
        }

        var web = new WebProxy(address.Uri) { Credentials = isInAddress ? null : new NetworkCredential("user", Password) };
        using var client = Client(new Uri("https://api.kombo.invalid/v1"), web);
        var failure = await client.Failure(Given.Write);
        Assert.Equal(KomboFailure.Unreachable, failure.Failure);
        Assert.False(failure.MayHaveExecuted);
        Assert.Contains("407", failure.Message, StringComparison.Ordinal);
        Assert.All([Password, Uri.EscapeDataString(Password), "pr0xy"], form => Assert.DoesNotContain(form, failure.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://user:p4ssw0rd@proxy.example.com:8080", "p4ssw0rd")]
    [InlineData("user:p4ssw0rd@proxy.example.com:8080", "p4ssw0rd")]
    [InlineData("http://user:p4ss%40w0rd@proxy.example.com", "p4ss@w0rd")]
    [InlineData("http://user:p4ss@w0rd@proxy.example.com", "p4ss@w0rd")]
    [InlineData("http://proxy.example.com:8080", null)]
    public void Passwords_of_the_systems_proxy_are_known(string variable, string? password)
    {
        const string Name = "HTTPS_PROXY";
        var before = Environment.GetEnvironmentVariable(Name);
        Environment.SetEnvironmentVariable(Name, variable);
        try
        {
            var known = ProxySecrets.Of(null);
            Assert.Equal(password is not null, password is not null && known.Contains(password));
            Assert.Contains("https://***@host/", new Redaction([]).Apply("at https://a:b@c@host/ it", []), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Name, before);
        }
    }

    [Fact]
    public async Task A_proxy_of_a_kind_that_does_not_exist_is_not_called_a_change_that_may_have_happened()
    {
        using var client = Client(new Uri("https://api.kombo.invalid/v1"), new WebProxy(new Uri("gopher://127.0.0.1:70")));
        var failure = await client.Failure(Given.Write);
        Assert.Equal(KomboFailure.Unreachable, failure.Failure);
        Assert.False(failure.MayHaveExecuted);
    }

    private static KomboClient Client(Uri server, IWebProxy proxy) => new(new KomboClientOptions
    {
        ApiKey = Given.NewKey(),
        Server = server,
        Retry = KomboRetry.Off,
        RetryUnit = Given.Unit,
        Proxy = proxy,
    });
}
