using System.Net;

namespace Kombo.Http;

/// <summary>
/// The handler that really goes over the network. What is not encrypted, and what goes to this machine, never goes to a
/// proxy: .NET by itself would hand the key to it in the clear.
/// </summary>
internal sealed class NetworkHandler : HttpMessageHandler
{
    private readonly HttpMessageInvoker _direct;
    private readonly HttpMessageInvoker _others;

    /// <summary>A handler.</summary>
    /// <param name="proxy">The proxy; null for the system's.</param>
    public NetworkHandler(IWebProxy? proxy)
    {
        _direct = new HttpMessageInvoker(Create(proxy: null, useProxy: false));
        _others = new HttpMessageInvoker(Create(proxy, useProxy: true));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.RequestUri is { Scheme: "https", IsLoopback: false } ? _others : _direct).SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _direct.Dispose();
            _others.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Redirects are not followed (the key would go along) and cookies are not kept.</summary>
#if NET
    private static SocketsHttpHandler Create(IWebProxy? proxy, bool useProxy)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            DefaultProxyCredentials = CredentialCache.DefaultCredentials,
        };
#else
    private static HttpClientHandler Create(IWebProxy? proxy, bool useProxy)
    {
        // Windows PowerShell may still be set to older protocols and to two connections a host.
        if (ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }

        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = 16,
            DefaultProxyCredentials = CredentialCache.DefaultCredentials,
        };
#endif
        handler.UseProxy = useProxy;
        if (proxy is not null)
        {
            handler.Proxy = proxy;
        }

        return handler;
    }
}
