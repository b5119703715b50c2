using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Opens a connection that the other commands use.</summary>
[Cmdlet(VerbsCommunications.Connect, "Kombo", DefaultParameterSetName = RegionSet)]
[OutputType(typeof(KomboConnection))]
public sealed class ConnectKomboCommand : KomboCommand
{
    private const string RegionSet = "Region";
    private const string ServerSet = "Server";
    private const string SandboxSet = "Sandbox";

    private static readonly Dictionary<string, Uri> Regions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EU"] = KomboClientOptions.EuropeanServer,
        ["US"] = KomboClientOptions.AmericanServer,
        ["CA"] = KomboClientOptions.CanadianServer,
    };

    /// <summary>The API key, as a SecureString or as text; without it, the environment variable KOMBO_API_KEY.</summary>
    [Parameter(ParameterSetName = RegionSet, Position = 0)]
    [Parameter(ParameterSetName = ServerSet, Position = 0)]
    [Secret]
    public SecureString? ApiKey { get; set; }

    /// <summary>The integration that commands work on unless they name one; without it, the environment variable KOMBO_INTEGRATION_ID.</summary>
    [Parameter(Position = 1)]
    [Text]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>EU, US or CA: where the environment is; without it, the environment variable KOMBO_REGION, else EU.</summary>
    [Parameter(ParameterSetName = RegionSet)]
    [Text]
    [KnownValues("EU", "US", "CA")]
    public string? Region { get; set; }

    /// <summary>The API's address, where it is none of the regions'.</summary>
    [Parameter(ParameterSetName = ServerSet, Mandatory = true)]
    [Address]
    public Uri? Server { get; set; }

    /// <summary>Connects to a company that exists in this process only: no account and no network is needed.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true)]
    [Flag]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>A name for the connection, to tell several apart.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Default";

    /// <summary>
    /// The proxy to use instead of the system's; it may hold a user's name and password. Requests to loopback addresses
    /// go through none.
    /// </summary>
    [Parameter(ParameterSetName = RegionSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Address]
    public Uri? Proxy { get; set; }

    /// <summary>The credentials for the proxy.</summary>
    [Parameter(ParameterSetName = RegionSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Uses the current user's credentials for the proxy.</summary>
    [Parameter(ParameterSetName = RegionSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Flag]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>The certificate, with its private key, by which this machine identifies itself to the API's server, or to a gateway before it.</summary>
    [Parameter(ParameterSetName = RegionSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Instance(typeof(X509Certificate2), "a certificate with its private key, such as Get-PfxCertificate and Get-Item Cert:\\CurrentUser\\My\\<thumbprint> return")]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>
    /// What requests go through: a DelegatingHandler without an InnerHandler sees them before the network does, any other
    /// handler answers them itself.
    /// </summary>
    [Parameter(ParameterSetName = RegionSet)]
    [Parameter(ParameterSetName = ServerSet)]
    [Instance(typeof(HttpMessageHandler), "an object of a .NET class that is derived from HttpMessageHandler")]
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>Headers to send with every request, by their names.</summary>
    [Parameter]
    [Map]
    public IDictionary? Header { get; set; }

    /// <summary>Cookies to send with every request, by their names.</summary>
    [Parameter]
    [Map]
    public IDictionary? Cookie { get; set; }

    /// <summary>How many seconds one attempt may take, the answer included.</summary>
    [Parameter]
    [Number(Whole = true, Min = 1, Max = 86400)]
    public int? TimeoutSec { get; set; }

    /// <summary>How often a request is tried again where that is safe; 0 for never.</summary>
    [Parameter]
    [Number(Whole = true, Min = 0, Max = 100)]
    public int? MaxRetry { get; set; }

    /// <summary>How requests are tried again: an object of New-KomboRetry, a hashtable, or Off.</summary>
    [Parameter]
    [RetryArgument]
    [ArgumentCompleter(typeof(RetryCompleter))]
    public KomboRetry? Retry { get; set; }

    /// <summary>A file that gets one line of JSON for each attempt of each request.</summary>
    [Parameter]
    [FilePath]
    [ValidateNotNullOrEmpty]
    public string? LogPath { get; set; }

    /// <summary>Puts the bodies of requests and answers, with the personal data in them, into the log and the debug stream.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter LogBody { get; set; }

    /// <summary>Does not check the key now; the first command finds out.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter SkipCheck { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // If this fails, the next line must not work with the connection of before.
        ConnectionTable.Current.Deselect();
        KomboClient? client = null;
        try
        {
            var sandbox = Sandbox ? SandboxConnection.NewHandler() : null;
            client = new KomboClient(Options(sandbox)).With(maxRetry: MaxRetry);
            var environmentId = SkipCheck ? null : Await(client.SendAsync<ApiKeyInfo>(new KomboRequest("GET", "check-api-key"), Notify, StopToken))?.EnvironmentId;
            var connection = new KomboConnection(Name, client, environmentId, sandbox);
            ConnectionTable.Current.Add(connection);
            client = null;
            WriteObject(connection);
        }
        catch (KomboException failure)
        {
            Terminate(failure, null);
        }
        finally
        {
            client?.Dispose();
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Names with their texts; a secret may come as a SecureString.</summary>
    private static Dictionary<string, string> Texts(IDictionary? map, string parameter)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in map ?? new Hashtable())
        {
            texts[PlainValue.Key(entry.Key, parameter)] = InputValue.Of(entry.Value) is SecureString secret ? SecretAttribute.Reveal(secret) : RequestBinder.FreeText(entry.Value, parameter);
        }

        return texts;
    }

    private KomboClientOptions Options(HttpMessageHandler? sandbox)
    {
        var given = string.IsNullOrWhiteSpace(IntegrationId) ? null : IntegrationId;
        return new KomboClientOptions
        {
            ApiKey = Sandbox ? SandboxConnection.ApiKey : Key(),
            Server = Sandbox ? SandboxConnection.Server : ServerAddress(),
            IntegrationId = given ?? (Sandbox ? SandboxConnection.IntegrationId : Variable("KOMBO_INTEGRATION_ID")),
            Timeout = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Retry = Retry ?? new KomboRetry(),
            Proxy = WebProxy(),
            UserAgent = $"Kombo-PowerShell/{MyInvocation.MyCommand.Module?.Version ?? new Version(0, 0)} PowerShell/{Host.Version}",
            Headers = Texts(Header, nameof(Header)),
            Cookies = Texts(Cookie, nameof(Cookie)),
            Certificate = Certificate,
            LogPath = LogPath is null ? null : OutputPath.Of(this, LogPath, nameof(LogPath)),
            LogBody = LogBody,
            Handler = sandbox ?? HttpMessageHandler,
        };
    }

    private string Key()
    {
        if (ApiKey is { Length: > 0 })
        {
            return SecretAttribute.Reveal(ApiKey);
        }

        return Variable("KOMBO_API_KEY")
            ?? throw KomboException.InvalidInput(nameof(ApiKey), "there is no API key. Use -ApiKey, or set the environment variable KOMBO_API_KEY. Connect-Kombo -Sandbox requires no key.");
    }

    private Uri ServerAddress()
    {
        if (Server is not null)
        {
            return Server;
        }

        var region = Region ?? Variable("KOMBO_REGION");
        return region is null ? KomboClientOptions.EuropeanServer : Regions.TryGetValue(region.Trim(), out var server)
            ? server
            : throw KomboException.InvalidInput(
                nameof(Region), $"{InputValue.Quote(region)}{(Region is null ? " (from the environment variable KOMBO_REGION)" : "")} is not a region. There are: {string.Join(", ", Regions.Keys)}. -Server takes any other address.");
    }

    private WebProxy? WebProxy()
    {
        if (Proxy is null)
        {
            return ProxyCredential is null && !ProxyUseDefaultCredentials
                ? null
                : throw KomboException.InvalidInput(nameof(Proxy), "credentials for a proxy require -Proxy.");
        }

        // Without http:// the name of a host counts as a scheme. A password in the address is not shown.
        if (!Proxy.IsAbsoluteUri || Proxy.Host.Length == 0 || Proxy.Scheme is not ("http" or "https" or "socks4" or "socks4a" or "socks5"))
        {
            var shown = Proxy.OriginalString.IndexOf('@') < 0 ? $"'{Proxy.OriginalString}'" : "this";
            throw KomboException.InvalidInput(nameof(Proxy), $"{shown} is not an address such as http://proxy.example.com:8080.");
        }

        var credentials = ProxyCredential?.GetNetworkCredential();
        if (Proxy.UserInfo.Length > 0)
        {
            if (credentials is not null || ProxyUseDefaultCredentials)
            {
                throw KomboException.InvalidInput(nameof(Proxy), "the address already contains a user name. Give the credentials only once.");
            }

            var parts = Proxy.UserInfo.Split([':'], 2);
            credentials = new NetworkCredential(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : ""));
        }

        var address = new UriBuilder(Proxy) { UserName = "", Password = "" }.Uri;
        return new WebProxy(address) { UseDefaultCredentials = ProxyUseDefaultCredentials, Credentials = ProxyUseDefaultCredentials ? CredentialCache.DefaultCredentials : credentials };
    }
}
