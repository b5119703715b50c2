using System.Diagnostics;
using System.Text;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>A page that is given up while it arrives must not spoil the connection for the next request.</summary>
public sealed class AbandonedReadTests
{
    [Fact]
    public async Task The_next_request_is_not_answered_with_the_rest_of_an_abandoned_one()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        _ = ServeAsync(listener);
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        using var client = new KomboClient(new KomboClientOptions { ApiKey = "abandoned-read", Server = new Uri($"http://127.0.0.1:{port}/v1/"), Retry = KomboRetry.Off, Timeout = TimeSpan.FromSeconds(20) });
        var random = new Random(1);
        for (var round = 0; round < 400; round++)
        {
            var pages = client.ReadPages<Employee>(Request("big"), cancellationToken: TestContext.Current.CancellationToken);
            await pages.NextAsync();
            var until = Stopwatch.GetTimestamp() + random.Next(0, (int)(Stopwatch.Frequency / 500));
            while (Stopwatch.GetTimestamp() < until)
            {
                Thread.Yield();
            }

            pages.Dispose();
            using var next = client.ReadPages<Employee>(Request("small"), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal("small", Assert.Single((await next.NextAsync())!.Rows).Id);
        }
    }

    private static KomboRequest Request(string kind) => new("GET", "hris/employees") { Query = { new("kind", kind) }, ListMember = "results", IsPaged = true };

    private static async Task ServeAsync(System.Net.Sockets.TcpListener listener)
    {
        while (true)
        {
            System.Net.Sockets.TcpClient connection;
            try
            {
                connection = await listener.AcceptTcpClientAsync();
            }
            catch (Exception failure) when (failure is ObjectDisposedException or System.Net.Sockets.SocketException)
            {
                return;
            }

            _ = Task.Run(() => Answer(connection));
        }
    }

    /// <summary>The second page of the big list dribbles in small pieces.</summary>
    private static void Answer(System.Net.Sockets.TcpClient connection)
    {
        using (connection)
        {
            connection.NoDelay = true;
            var stream = connection.GetStream();
            using var reader = new StreamReader(stream);
            try
            {
                while (reader.ReadLine() is { Length: > 0 } line)
                {
                    while (reader.ReadLine() is { Length: > 0 })
                    {
                    }

                    var body = line.Contains("small", StringComparison.Ordinal) ? """{"data":{"results":[{"id":"small"}],"next":null}}"""
                        : line.Contains("cursor", StringComparison.Ordinal) ? $$$"""{"data":{"results":[{"id":"big","first_name":"{{{new string('x', 120_000)}}}"}],"next":null}}"""
                        : """{"data":{"results":[{"id":"first"}],"next":"c"}}""";
                    var bytes = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
                    for (var offset = 0; offset < bytes.Length; offset += 500)
                    {
                        stream.Write(bytes, offset, Math.Min(500, bytes.Length - offset));
                    }
                }
            }
            catch (IOException)
            {
                // The client has given this connection up, as it should.
            }
        }
    }
}
