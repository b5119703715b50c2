using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Kombo;

/// <summary>How a <see cref="KomboClient"/> reaches Kombo.</summary>
public sealed class KomboClientOptions
{
    /// <summary>Kombo's servers in the European Union.</summary>
    public static Uri EuropeanServer { get; } = new("https://api.kombo.dev/v1/");

    /// <summary>Kombo's servers in Canada.</summary>
    public static Uri CanadianServer { get; } = new("https://api.ca.kombo.dev/v1/");

    /// <summary>Kombo's servers in the United States.</summary>
    public static Uri AmericanServer { get; } = new("https://api.us.kombo.dev/v1/");

    /// <summary>The API key. It is sent to <see cref="Server"/> only, and never shown.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The API's address including its version. Plain http is for loopback addresses only.</summary>
    public Uri Server { get; init; } = EuropeanServer;

    /// <summary>The integration that requests work on unless they name one; null for none.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>
    /// How long one attempt may take, answer included. Null for 100 seconds, and 300 for writes and for reads that
    /// Kombo passes on to the connected tool.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often and after which waits requests are tried again where that is safe.</summary>
    public KomboRetry Retry { get; init; } = new();

    /// <summary>The proxy; null for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>
    /// Headers that go along with every request to the API. Those that the client sets itself, such as Authorization, are
    /// refused, except User-Agent.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Cookies that go along with every request to the API. Cookies of answers are not kept.</summary>
    public IReadOnlyDictionary<string, string> Cookies { get; init; } = new Dictionary<string, string>();

    /// <summary>The certificate, with its private key, by which the client identifies itself to <see cref="Server"/>; null for none. No other server gets it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The name and version of the program, for the User-Agent header.</summary>
    public string UserAgent { get; init; } = "Kombo-PowerShell";

    /// <summary>The file that gets one line of JSON for each attempt, behind what it has already; null for none. It never holds the API key.</summary>
    public string? LogPath { get; init; }

    /// <summary>Whether the log and the notices for debugging have the bodies of requests and answers, which hold personal data.</summary>
    public bool LogBody { get; init; }

    /// <summary>
    /// What requests go through; null for the network. A <see cref="DelegatingHandler"/> without an inner handler stands before
    /// the network and sees everything; any other handler answers in its place. It gets the API key in each request. The client
    /// does not dispose it.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>A second of the windows of quotas and of polling, so that tests need not wait for seconds.</summary>
    internal TimeSpan RetryUnit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most bytes that an answer may have when it is unpacked.</summary>
    internal int MostAnswerBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Whether a server's certificate is trusted, for tests; null for what the system says.</summary>
    internal Func<X509Certificate?, bool>? TrustsServer { get; init; }

    /// <summary>The clock of the delays and of the pacing.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;
}
