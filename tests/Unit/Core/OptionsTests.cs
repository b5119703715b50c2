namespace Kombo.Tests;

/// <summary>What a client refuses to be made of.</summary>
public sealed class OptionsTests
{
    private const string Key = "kombo_live_S3cret";

    public static TheoryData<string, KomboClientOptions> Refused => new()
    {
        { "ApiKey", new() },
        { "ApiKey", new() { ApiKey = "  " } },
        { "ApiKey", new() { ApiKey = Key + "\r\nX-Evil: 1" } },
        { "ApiKey", new() { ApiKey = Key + "\n" } },
        { "ApiKey", new() { ApiKey = " " + Key } },
        { "ApiKey", new() { ApiKey = Key + "\0" } },
        { "ApiKey", new() { ApiKey = Key + "ä" } },
        { "ApiKey", new() { ApiKey = Key + "\u007F" } },
        { "Server", new() { ApiKey = Key, Server = new Uri("v1", UriKind.Relative) } },
        { "Server", new() { ApiKey = Key, Server = new Uri("http://api.kombo.dev/v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("http://127.0.0.1.example.com/v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("http://localhost.example.com/v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("http://10.0.0.1/v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("ftp://localhost/v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("file:///v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("https://user:word@api.kombo.dev/v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("user:S3cretWord@api.kombo.dev/v1") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("S3cretWord@api.kombo.dev/v1", UriKind.Relative) } },
        { "Server", new() { ApiKey = Key, Server = new Uri("https://api.kombo.dev/v1?a=b") } },
        { "Server", new() { ApiKey = Key, Server = new Uri("https://api.kombo.dev/v1#a") } },
        { "TimeoutSec", new() { ApiKey = Key, Timeout = TimeSpan.Zero } },
        { "TimeoutSec", new() { ApiKey = Key, Timeout = TimeSpan.FromSeconds(-1) } },
        { "TimeoutSec", new() { ApiKey = Key, Timeout = TimeSpan.FromDays(2) } },
        { "MaxRetry", new() { ApiKey = Key, Retry = new() { MaxRetry = -1 } } },
        { "MaxRetry", new() { ApiKey = Key, Retry = new() { MaxRetry = 101 } } },
        { "FirstInterval", new() { ApiKey = Key, Retry = new() { FirstInterval = TimeSpan.Zero } } },
        { "FirstInterval", new() { ApiKey = Key, Retry = new() { FirstInterval = TimeSpan.FromMinutes(6) } } },
        { "LongestInterval", new() { ApiKey = Key, Retry = new() { LongestInterval = TimeSpan.FromMinutes(6) } } },
        { "LongestInterval", new() { ApiKey = Key, Retry = new() { FirstInterval = TimeSpan.FromSeconds(3), LongestInterval = TimeSpan.FromSeconds(2) } } },
        { "Exponent", new() { ApiKey = Key, Retry = new() { Exponent = 0.9 } } },
        { "Exponent", new() { ApiKey = Key, Retry = new() { Exponent = double.NaN } } },
        { "LongestTime", new() { ApiKey = Key, Retry = new() { LongestTime = TimeSpan.Zero } } },
        { "IntegrationId", new() { ApiKey = Key, IntegrationId = "personio:1\r\n" } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_refused_option_is_named_and_the_key_is_not_shown(string option, KomboClientOptions options)
    {
        var failure = Assert.Throws<KomboException>(() => new KomboClient(options));
        Assert.Equal(KomboFailure.InvalidInput, failure.Failure);
        Assert.Equal(option, failure.Parameter);
        Assert.StartsWith(option + ": ", failure.Message);
        Assert.DoesNotContain("S3cret", failure.ToString());
    }

    [Theory]
    [InlineData(Key + "\n", null, true)]
    [InlineData(Key + "\r\n", null, true)]
    [InlineData(" " + Key, null, true)]
    [InlineData(Key + "\n" + Key, null, false)]
    [InlineData(Key + "\0", null, false)]
    [InlineData(Key, "personio:1\n", true)]
    [InlineData(Key, " personio:1", true)]
    [InlineData(Key, "personio 1", false)]
    [InlineData(Key, "\n", false)]
    public void White_space_around_a_key_or_an_id_is_told_from_other_mistakes(string key, string? integration, bool isAround) =>
        Assert.Equal(
            isAround,
            Assert.Throws<KomboException>(() => new KomboClient(new KomboClientOptions { ApiKey = key, IntegrationId = integration })).Message.Contains(".Trim()", StringComparison.Ordinal));

    [Theory]
    [InlineData("http://127.0.0.1:8080/v1")]
    [InlineData("http://localhost/v1")]
    [InlineData("http://[::1]:8080/v1/")]
    [InlineData("https://api.us.kombo.dev/v1")]
    [InlineData("https://10.0.0.1")]
    public void Encrypted_and_loopback_addresses_are_taken(string server)
    {
        using var client = Given.Client(new Uri(server));
        Assert.Equal(server, client.Server.OriginalString);
    }

    [Fact]
    public void Without_a_server_it_is_the_European_one()
    {
        using var client = new KomboClient(new KomboClientOptions { ApiKey = Key });
        Assert.Equal("https://api.kombo.dev/v1/", client.Server.AbsoluteUri);
    }
}
