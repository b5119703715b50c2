#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Kombo.Tests;

/// <summary>
/// An HTTP/1.1 server on a port of 127.0.0.1 that misbehaves on purpose. It depends on nothing but .NET, so that other
/// suites can compile this file alone. Replies come from <see cref="Enqueue"/> first, then from <see cref="Respond"/>.
/// </summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private readonly ConcurrentQueue<LoopbackReply> _queue = new();
    private readonly List<LoopbackRequest> _requests = new();
    private readonly List<(int Count, TaskCompletionSource<LoopbackRequest> Arrived)> _waiting = new();
    private readonly DateTime _startedAt = DateTime.UtcNow;
    private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
    private int _connections;

    public LoopbackServer()
        : this(null)
    {
    }

    public LoopbackServer(Func<LoopbackRequest, LoopbackReply>? respond)
    {
        Respond = respond ?? (_ => LoopbackReply.Json("{\"status\":\"success\",\"data\":{}}"));
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>What answers when nothing is queued. Called on the server's threads.</summary>
    public Func<LoopbackRequest, LoopbackReply> Respond { get; set; }

    /// <summary>Answers always the same when nothing is queued; for scripts, whose blocks cannot run on the server's threads.</summary>
    public LoopbackReply Default
    {
        set => Respond = _ => value;
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port}/v1/");

    /// <summary>How many connections were opened so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>All requests so far, complete ones only, in the order of their arrival.</summary>
    public IReadOnlyList<LoopbackRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return _requests.ToArray();
            }
        }
    }

    /// <summary>A port on which nothing listens.</summary>
    public static int RefusedPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    /// <summary>Replies to the next requests, one each.</summary>
    public void Enqueue(params LoopbackReply[] replies)
    {
        foreach (var reply in replies)
        {
            _queue.Enqueue(reply);
        }
    }

    /// <summary>
    /// Takes back the replies that nobody asked for, and tells how many there were. What a client reads ahead may still be on
    /// its way: it has five seconds.
    /// </summary>
    public int ClearQueue()
    {
        SpinWait.SpinUntil(() => _queue.IsEmpty, TimeSpan.FromSeconds(5));
        var left = 0;
        while (_queue.TryDequeue(out _))
        {
            left++;
        }

        return left;
    }

    /// <summary>Completes when that many requests have arrived, with the last of them.</summary>
    public Task<LoopbackRequest> Arrived(int count)
    {
        lock (_requests)
        {
            if (_requests.Count >= count)
            {
                return Task.FromResult(_requests[count - 1]);
            }

            var arrived = new TaskCompletionSource<LoopbackRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, arrived));
            return arrived.Task;
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        foreach (var client in _clients.Keys)
        {
            client.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync().ConfigureAwait(false);
                client.NoDelay = true;
                _clients[client] = true;
                Interlocked.Increment(ref _connections);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var connection = new LoopbackConnection(client, _stop.Token);
            while (await connection.ReadRequestAsync().ConfigureAwait(false) is { } request)
            {
                var reply = Record(request);
                if (!await reply.SendAsync(connection).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (Exception)
        {
            // The client has gone, or the server has been disposed: neither is of interest here.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private LoopbackReply Record(LoopbackRequest request)
    {
        LoopbackReply reply;
        var reached = new List<TaskCompletionSource<LoopbackRequest>>();
        lock (_requests)
        {
            request.Elapsed = _clock.Elapsed;
            request.ReceivedAt = _startedAt + request.Elapsed;
            _requests.Add(request);
            request.Number = _requests.Count;
            foreach (var waiting in _waiting.Where(waiting => waiting.Count == _requests.Count).ToArray())
            {
                _waiting.Remove(waiting);
                reached.Add(waiting.Arrived);
            }

            reply = _queue.TryDequeue(out var queued) ? queued : Respond(request);
        }

        reached.ForEach(arrived => arrived.TrySetResult(request));
        return reply;
    }
}

/// <summary>A request as it came over the wire.</summary>
public sealed class LoopbackRequest
{
    internal LoopbackRequest(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body)
    {
        Method = method;
        Target = target;
        Headers = headers;
        Body = body;
    }

    /// <summary>Counts from 1.</summary>
    public int Number { get; internal set; }

    public DateTime ReceivedAt { get; internal set; }

    /// <summary>Time since the server was started.</summary>
    public TimeSpan Elapsed { get; internal set; }

    public string Method { get; }

    /// <summary>Path and query, as escaped as they came.</summary>
    public string Target { get; }

    public string Path => Target.Split('?')[0];

    /// <summary>The query as it came, without the question mark; empty when there is none.</summary>
    public string RawQuery => Target.Contains('?') ? Target.Substring(Target.IndexOf('?') + 1) : "";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public byte[] Body { get; }

    public string BodyText => Encoding.UTF8.GetString(Body);

    /// <summary>The header's value; null when it was not sent.</summary>
    public string? Header(string name) =>
        Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    /// <summary>The query parameter's unescaped value; null when it was not sent.</summary>
    public string? Query(string name) =>
        RawQuery.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == name)
            .Select(pair => Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "")).FirstOrDefault();

    public override string ToString() => $"{Method} {Target}";
}

/// <summary>What is done to a request: an answer, half an answer, or none.</summary>
public sealed class LoopbackReply
{
    private readonly Func<LoopbackReply, LoopbackConnection, Task<bool>> _send;
    private readonly List<KeyValuePair<string, string>> _headers = new();
    private readonly TaskCompletionSource<bool> _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _after = Task.CompletedTask;

    private LoopbackReply(Func<LoopbackReply, LoopbackConnection, Task<bool>> send) => _send = send;

    /// <summary>Completes when everything that this reply ever sends has been sent, for the first time if it is used again.</summary>
    public Task Sent => _sent.Task;

    /// <summary>For replies that hang: completes when the client has closed the connection.</summary>
    public Task Abandoned => _abandoned.Task;

    public static LoopbackReply Json(string json) => Json(json, 200);

    public static LoopbackReply Json(string json, int status) => Bytes(status, "application/json", Encoding.UTF8.GetBytes(json));

    /// <summary>Kombo's error body.</summary>
    public static LoopbackReply Error(int status, string? code, string message = "It failed.") =>
        Json($"{{\"status\":\"error\",\"error\":{{\"code\":{(code is null ? "null" : "\"" + code + "\"")},\"title\":\"A title\",\"message\":\"{message}\",\"log_url\":null}}}}", status);

    public static LoopbackReply Html(int status, string html) => Bytes(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    public static LoopbackReply Text(int status, string text) => Bytes(status, "text/plain", Encoding.UTF8.GetBytes(text));

    public static LoopbackReply Empty(int status) => Bytes(status, null, Array.Empty<byte>());

    public static LoopbackReply Redirect(int status, string location) => Empty(status).With("Location", location);

    public static LoopbackReply Bytes(int status, string? contentType, byte[] body) => new(async (reply, connection) =>
    {
        await connection.WriteAsync(reply.Head(status, contentType, $"Content-Length: {body.Length}")).ConfigureAwait(false);
        await connection.WriteAsync(body).ConfigureAwait(false);
        return true;
    });

    /// <summary>A compressed answer: gzip, deflate or br.</summary>
    public static LoopbackReply Compressed(string encoding, string json)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => throw new ArgumentException(encoding, nameof(encoding)),
        })
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            packer.Write(bytes, 0, bytes.Length);
        }

        return Bytes(200, "application/json", packed.ToArray()).With("Content-Encoding", encoding);
    }

    /// <summary>Resets the connection instead of answering.</summary>
    public static LoopbackReply Reset() => new((_, connection) =>
    {
        connection.Reset();
        return Task.FromResult(false);
    });

    /// <summary>Closes the connection in good order instead of answering.</summary>
    public static LoopbackReply Close() => new((_, _) => Task.FromResult(false));

    /// <summary>Resets the connection when the headers and half of the body are out.</summary>
    public static LoopbackReply ResetInBody(string json) => new(async (reply, connection) =>
    {
        var body = Encoding.UTF8.GetBytes(json);
        await connection.WriteAsync(reply.Head(200, "application/json", $"Content-Length: {body.Length}")).ConfigureAwait(false);
        await connection.WriteAsync(body.Take(body.Length / 2).ToArray()).ConfigureAwait(false);
        connection.Reset();
        return false;
    });

    /// <summary>Half of the body under the full Content-Length, then an orderly end.</summary>
    public static LoopbackReply HalfBody(string json) => new(async (reply, connection) =>
    {
        var body = Encoding.UTF8.GetBytes(json);
        await connection.WriteAsync(reply.Head(200, "application/json", $"Content-Length: {body.Length}")).ConfigureAwait(false);
        await connection.WriteAsync(body.Take(body.Length / 2).ToArray()).ConfigureAwait(false);
        return false;
    });

    /// <summary>Half of the JSON in an answer that HTTP calls complete.</summary>
    public static LoopbackReply HalfChunked(string json) => new(async (reply, connection) =>
    {
        var body = Encoding.UTF8.GetBytes(json);
        await connection.WriteAsync(reply.Head(200, "application/json", "Transfer-Encoding: chunked")).ConfigureAwait(false);
        await connection.WriteAsync(Chunk(body.Take(body.Length / 2).ToArray())).ConfigureAwait(false);
        await connection.WriteAsync(Chunk(Array.Empty<byte>())).ConfigureAwait(false);
        return true;
    });

    /// <summary>All of the JSON, but the last chunk that would end it is missing.</summary>
    public static LoopbackReply UnendedChunks(string json) => new(async (reply, connection) =>
    {
        await connection.WriteAsync(reply.Head(200, "application/json", "Transfer-Encoding: chunked")).ConfigureAwait(false);
        await connection.WriteAsync(Chunk(Encoding.UTF8.GetBytes(json))).ConfigureAwait(false);
        return false;
    });

    /// <summary>Never answers.</summary>
    public static LoopbackReply Hang() => new(async (reply, connection) =>
    {
        reply._sent.TrySetResult(true);
        await connection.ClosedByClientAsync().ConfigureAwait(false);
        reply._abandoned.TrySetResult(true);
        return false;
    });

    /// <summary>Stops in the middle of the body.</summary>
    public static LoopbackReply HangInBody(string json) => new(async (reply, connection) =>
    {
        var body = Encoding.UTF8.GetBytes(json);
        await connection.WriteAsync(reply.Head(200, "application/json", $"Content-Length: {body.Length}")).ConfigureAwait(false);
        await connection.WriteAsync(body.Take(body.Length / 2).ToArray()).ConfigureAwait(false);
        reply._sent.TrySetResult(true);
        await connection.ClosedByClientAsync().ConfigureAwait(false);
        reply._abandoned.TrySetResult(true);
        return false;
    });

    /// <summary>The whole answer, in pieces with pauses between them.</summary>
    public static LoopbackReply Trickle(string json, int pieceLength, int pauseMilliseconds) => new(async (reply, connection) =>
    {
        var body = Encoding.UTF8.GetBytes(json);
        await connection.WriteAsync(reply.Head(200, "application/json", $"Content-Length: {body.Length}")).ConfigureAwait(false);
        for (var offset = 0; offset < body.Length; offset += pieceLength)
        {
            await connection.PauseAsync(pauseMilliseconds).ConfigureAwait(false);
            await connection.WriteAsync(body.Skip(offset).Take(pieceLength).ToArray()).ConfigureAwait(false);
        }

        return true;
    });

    /// <summary>Any bytes, headers included, and then an orderly end.</summary>
    public static LoopbackReply Raw(string text) => new(async (_, connection) =>
    {
        await connection.WriteAsync(Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
        return false;
    });

    /// <summary>Adds a header.</summary>
    public LoopbackReply With(string name, string value)
    {
        _headers.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    /// <summary>Adds the headers that tell the request quota.</summary>
    public LoopbackReply WithQuota(int limit, int remaining, int resetSeconds) =>
        With("ratelimit-limit", limit.ToString(CultureInfo.InvariantCulture))
            .With("ratelimit-remaining", remaining.ToString(CultureInfo.InvariantCulture))
            .With("ratelimit-reset", resetSeconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>Holds the reply back until the signal is given.</summary>
    public LoopbackReply After(Task signal)
    {
        _after = signal;
        return this;
    }

    internal async Task<bool> SendAsync(LoopbackConnection connection)
    {
        await _after.ConfigureAwait(false);
        var keepAlive = await _send(this, connection).ConfigureAwait(false);
        _sent.TrySetResult(true);
        return keepAlive;
    }

    private static byte[] Chunk(byte[] data) =>
        Encoding.ASCII.GetBytes(data.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n").Concat(data).Concat(Encoding.ASCII.GetBytes("\r\n")).ToArray();

    private byte[] Head(int status, string? contentType, string framing)
    {
        var head = new StringBuilder($"HTTP/1.1 {status} {(HttpStatusCode)status}\r\n");
        if (contentType is not null)
        {
            head.Append("Content-Type: ").Append(contentType).Append("\r\n");
        }

        foreach (var header in _headers)
        {
            head.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(head.Append(framing).Append("\r\n\r\n").ToString());
    }
}

/// <summary>One connection of the server.</summary>
internal sealed class LoopbackConnection
{
    private readonly TcpClient _client;
    private readonly CancellationToken _stop;
    private readonly NetworkStream _stream;
    private readonly byte[] _buffer = new byte[8192];
    private int _start;
    private int _end;

    public LoopbackConnection(TcpClient client, CancellationToken stop)
    {
        _client = client;
        _stop = stop;
        _stream = client.GetStream();
    }

    /// <summary>The next request; null when the client has closed the connection.</summary>
    public async Task<LoopbackRequest?> ReadRequestAsync()
    {
        var line = await ReadLineAsync().ConfigureAwait(false);
        if (line is null)
        {
            return null;
        }

        var parts = line.Split(' ');
        var headers = new List<KeyValuePair<string, string>>();
        while (await ReadLineAsync().ConfigureAwait(false) is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':');
            headers.Add(new KeyValuePair<string, string>(header.Substring(0, colon), header.Substring(colon + 1).Trim()));
        }

        var length = headers.Where(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .Select(header => int.Parse(header.Value, CultureInfo.InvariantCulture)).FirstOrDefault();
        var body = new byte[length];
        for (var index = 0; index < length; index++)
        {
            if (_start == _end && !await FillAsync().ConfigureAwait(false))
            {
                return null;
            }

            body[index] = _buffer[_start++];
        }

        return new LoopbackRequest(parts[0], parts[1], headers, body);
    }

    public async Task WriteAsync(byte[] bytes) => await _stream.WriteAsync(bytes.AsMemory(), _stop).ConfigureAwait(false);

    public Task PauseAsync(int milliseconds) => Task.Delay(milliseconds, _stop);

    public void Reset()
    {
        _client.LingerState = new LingerOption(true, 0);
        _client.Close();
    }

    /// <summary>Waits for the client to close the connection, in good order or not.</summary>
    public async Task ClosedByClientAsync()
    {
        try
        {
            while (await FillAsync().ConfigureAwait(false))
            {
                _start = _end;
            }
        }
        catch (IOException)
        {
            // Reset by the client.
        }
    }

    private async Task<string?> ReadLineAsync()
    {
        var line = new List<byte>();
        while (true)
        {
            if (_start == _end && !await FillAsync().ConfigureAwait(false))
            {
                return null;
            }

            var next = _buffer[_start++];
            if (next == '\n')
            {
                return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r');
            }

            line.Add(next);
        }
    }

    private async Task<bool> FillAsync()
    {
        _start = 0;
        _end = await _stream.ReadAsync(_buffer.AsMemory(), _stop).ConfigureAwait(false);
        return _end > 0;
    }
}
