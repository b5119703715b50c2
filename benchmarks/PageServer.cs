using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Kombo.Benchmarks;

/// <summary>
/// Answers as Kombo does, as fast as a socket takes it: rows are serialised beforehand. Knows
/// <c>GET /v1/hris/employees</c>, <c>GET /v1/check-api-key</c>, <c>GET /v1/integrations/{id}</c>, and <c>GET /stats</c> (requests
/// by integration since the last time; asking starts the count anew).
/// </summary>
/// <remarks>
/// The integration's id says what to serve: <c>bench:20000:50</c> is 20,000 rows with 50 ms before each page. Where it ends with
/// <c>:distinct</c>, each row has an id of its own. Nothing ever changes, so <c>updated_after</c> finds no row.
/// </remarks>
internal sealed class PageServer
{
    private const int MostRowsAPage = 250;
    private const string Integrations = "/v1/integrations/";

    private readonly EmployeeRows _rows = new();
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);

    private PageServer()
    {
    }

    /// <summary>Serves until the standard input ends, that is, until the parent process does.</summary>
    public static void Run()
    {
        var server = new PageServer();
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _ = server.AcceptAsync(listener);
        Console.Out.WriteLine(JsonSerializer.Serialize(new { ((IPEndPoint)listener.LocalEndPoint!).Port, server._rows.BytesPerRow }));
        while (Console.In.Read() >= 0)
        {
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            _ = ServeAsync(await listener.AcceptAsync());
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = socket;
        socket.NoDelay = true;
        var buffer = new byte[16 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                int end;
                while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    var read = length == buffer.Length ? 0 : await socket.ReceiveAsync(buffer.AsMemory(length));
                    if (read == 0)
                    {
                        return;
                    }

                    length += read;
                }

                var head = Encoding.ASCII.GetString(buffer, 0, end);
                length -= end + 4;
                Buffer.BlockCopy(buffer, end + 4, buffer, 0, length);
                await socket.SendAsync(await AnswerAsync(head));
            }
        }
        catch (SocketException)
        {
            // The client is gone.
        }
    }

    private async Task<IList<ArraySegment<byte>>> AnswerAsync(string head)
    {
        var target = head.Split(' ', 3)[1].Split('?', 2);
        if (target[0] == "/stats")
        {
            var requests = _requests.ToArray();
            _requests.Clear();
            return Answer(JsonSerializer.Serialize(requests.ToDictionary(pair => pair.Key, pair => pair.Value)));
        }

        var about = target[0].StartsWith(Integrations, StringComparison.Ordinal) ? Uri.UnescapeDataString(target[0][Integrations.Length..]) : null;
        var integration = about ?? Header(head, "X-Integration-Id") ?? "";
        _requests.AddOrUpdate(integration, 1, (_, count) => count + 1);
        if (target[0] == "/v1/check-api-key")
        {
            return Answer("""{"status":"success","data":{"environment_id":"benchmark","customer_id":"benchmark"}}""");
        }

        if (about is not null)
        {
            return Answer($$"""{"status":"success","data":{"id":"{{about}}","category":"HRIS"} }""");
        }

        if (target[0] != "/v1/hris/employees" || integration.Split(':') is not [_, var rows, var latency, ..])
        {
            return Answer("""{"status":"error","error":{"code":"PLATFORM.INPUT_INVALID","message":"Not known here."}}""", "404 Not Found");
        }

        await Task.Delay(Number(latency));
        var query = target.Length == 1 ? [] : target[1].Split('&');
        var first = Number(Value(query, "cursor")?[1..] ?? "0");
        var size = Math.Min(MostRowsAPage, Number(Value(query, "page_size") ?? "100"));
        var total = Value(query, "updated_after") is null ? Number(rows) : 0;
        var count = Math.Max(0, Math.Min(size, total - first));
        var next = first + count < total ? string.Create(CultureInfo.InvariantCulture, $"\"c{first + count}\"") : "null";
        return Answer($$"""{"status":"success","data":{"next":{{next}},"results":[""", _rows.Slice(first, count, integration.EndsWith(":distinct", StringComparison.Ordinal)), "]}}");
    }

    private static IList<ArraySegment<byte>> Answer(string body, string status = "200 OK") => Answer(body, [], "", status);

    private static IList<ArraySegment<byte>> Answer(string start, List<ArraySegment<byte>> rows, string end, string status = "200 OK")
    {
        var length = Encoding.UTF8.GetByteCount(start) + rows.Sum(part => part.Count) + end.Length;
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nDate: {DateTime.UtcNow:R}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\nratelimit-limit: 1000000\r\nratelimit-remaining: 999999\r\nratelimit-reset: 60\r\n\r\n");
        return [Encoding.UTF8.GetBytes(head + start), .. rows, Encoding.UTF8.GetBytes(end)];
    }

    private static string? Header(string head, string name) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private static string? Value(string[] query, string name) =>
        query.FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
