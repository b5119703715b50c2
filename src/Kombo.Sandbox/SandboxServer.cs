using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kombo.Sandbox;

/// <summary>Serves a sandbox over HTTP/1.1 on a loopback port, for other programs.</summary>
public sealed class SandboxServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly HttpMessageInvoker _invoker;
    private readonly CancellationTokenSource _stop = new();

    private SandboxServer(TcpListener listener, SandboxHandler handler)
    {
        _listener = listener;
        _invoker = new HttpMessageInvoker(handler);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        BaseAddress = new Uri(string.Format(CultureInfo.InvariantCulture, "http://127.0.0.1:{0}/v1/", port));
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:port/v1/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Begins to serve.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="handler">The sandbox to serve; a fresh one if left out. It is disposed of with the server.</param>
    /// <returns>The running server.</returns>
    public static SandboxServer Start(int port = 0, SandboxHandler? handler = null)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var server = new SandboxServer(listener, handler ?? new SandboxHandler());
        _ = Task.Run(server.Accept);
        return server;
    }

    /// <summary>Stops, and breaks what is in flight.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _invoker.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync().ConfigureAwait(false);
                _ = Task.Run(() => Serve(client));
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        using var closed = _stop.Token.Register(client.Close);
        client.NoDelay = true;
        try
        {
            using var stream = client.GetStream();
            var http = new HttpConnection(stream, BaseAddress);
            while (await http.Read(_stop.Token).ConfigureAwait(false) is { } request)
            {
                using (request)
                using (var response = await Answer(request, client).ConfigureAwait(false))
                {
                    await http.Write(response, _stop.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or ObjectDisposedException or OperationCanceledException or FormatException or SocketException)
        {
            // The client went away, or sent what is not HTTP, or the sandbox was asked to break the connection.
        }
    }

    /// <summary>Lets the sandbox answer, and gives up when the client does.</summary>
    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, TcpClient client)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var answer = _invoker.SendAsync(request, gone.Token);
        while (await Task.WhenAny(answer, Task.Delay(50, _stop.Token)).ConfigureAwait(false) != answer)
        {
            if (_stop.IsCancellationRequested || (client.Client.Poll(0, SelectMode.SelectRead) && client.Available == 0))
            {
                gone.Cancel();
                break;
            }
        }

        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            // Reset the connection instead of closing it politely.
            client.Client.Close(0);
            throw;
        }
    }
}
