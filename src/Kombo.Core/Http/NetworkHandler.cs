using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Kombo.Http;

/// <summary>
/// The handler that really goes over the network. What is not encrypted, and what goes to this machine, never goes to a
/// proxy: .NET by itself would hand the key to it in the clear.
/// </summary>
internal sealed class NetworkHandler : HttpMessageHandler
{
    private readonly HttpMessageInvoker _direct;
    private readonly HttpMessageInvoker _others;
    private readonly HttpMessageInvoker? _identified;
    private readonly string _server;

    /// <summary>A handler.</summary>
    /// <param name="options">The proxy, and the certificate of the client.</param>
    public NetworkHandler(KomboClientOptions options)
    {
        _direct = new HttpMessageInvoker(Create(options, useProxy: false, certificate: null));
        _others = new HttpMessageInvoker(Create(options, useProxy: true, certificate: null));

        // Who the client is concerns the API alone, not the servers of files.
        _server = options.Server.Authority;
        _identified = options.Certificate is null ? null : new HttpMessageInvoker(Create(options, useProxy: !options.Server.IsLoopback, options.Certificate));
    }

    /// <summary>Lets requests of a client go through a handler of its owner's.</summary>
    /// <param name="options">The options of the client.</param>
    /// <param name="handler">What the client sends through.</param>
    /// <returns>True when the requests end in the network.</returns>
    /// <exception cref="KomboException">The handler cannot be used.</exception>
    public static bool Reaches(KomboClientOptions options, out HttpMessageHandler handler)
    {
        handler = options.Handler ?? new NetworkHandler(options);
        var last = handler;
        while (last is DelegatingHandler { InnerHandler: { } inner })
        {
            last = inner;
        }

        if (last is DelegatingHandler open)
        {
            open.InnerHandler = new NetworkHandler(options);
            return true;
        }

        if (options.Handler is not null && last is NetworkHandler)
        {
            throw KomboException.InvalidInput("HttpMessageHandler", "it already belongs to another connection. Use one handler for each connection.");
        }

        if (options.Handler is not null && (options.Proxy is not null || options.Certificate is not null))
        {
            throw KomboException.InvalidInput("HttpMessageHandler", "it answers requests itself, so a proxy and a certificate would not be used. Set them in the handler, or use a DelegatingHandler without an InnerHandler.");
        }

        return options.Handler is null;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri switch
    {
        { Scheme: "https" } address when _identified is not null && address.Authority.Equals(_server, StringComparison.OrdinalIgnoreCase) => _identified.SendAsync(request, cancellationToken),
        { Scheme: "https", IsLoopback: false } => _others.SendAsync(request, cancellationToken),
        _ => _direct.SendAsync(request, cancellationToken),
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _direct.Dispose();
            _others.Dispose();
            _identified?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Redirects are not followed (the key would go along) and cookies are not kept.</summary>
#if NET
    private static SocketsHttpHandler Create(KomboClientOptions options, bool useProxy, X509Certificate2? certificate)
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
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }

        if (options.TrustsServer is { } trusts)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, server, _, _) => trusts(server);
        }
#else
    private static HttpClientHandler Create(KomboClientOptions options, bool useProxy, X509Certificate2? certificate)
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
        if (certificate is not null)
        {
            handler.ClientCertificateOptions = ClientCertificateOption.Manual;
            handler.ClientCertificates.Add(certificate);
        }
#endif
        handler.UseProxy = useProxy;
        if (useProxy && options.Proxy is not null)
        {
            handler.Proxy = options.Proxy;
        }

        return handler;
    }
}
