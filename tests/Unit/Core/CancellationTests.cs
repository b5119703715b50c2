using System.Diagnostics;
using System.Net;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>These measure time, so nothing else may run beside them.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class RunsAlone;

/// <summary>Ctrl+C ends every kind of wait at once.</summary>
[Collection("Alone")]
public sealed class CancellationTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(100);
    private static readonly string Whole = Given.Success("""{"id":"1","name":"a name that makes the body a bit longer"}""");

    [Fact]
    public Task While_connecting() => EndsAtOnce(async attempt =>
    {
        // TLS on a port where nobody says hello: the connection is never ready for a request.
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = Given.Client(new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/v1"));
        var sending = attempt.Begin(client, Given.Read);
        using var accepted = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().Soon();
        await attempt.CancelAndWait(sending);
    });

    [Fact]
    public Task While_waiting_for_the_headers() => EndsAtOnce(async attempt =>
    {
        var hanging = LoopbackReply.Hang();
        using var server = new LoopbackServer();
        server.Enqueue(hanging);
        using var client = Given.Client(server);
        var sending = attempt.Begin(client, Given.Write);
        await hanging.Sent.Soon();
        await attempt.CancelAndWait(sending);
        await hanging.Abandoned.Soon();
        Assert.Single(server.Requests);
    });

    [Fact]
    public Task While_reading_the_body() => EndsAtOnce(async attempt =>
    {
        var hanging = LoopbackReply.HangInBody(Whole);
        using var server = new LoopbackServer();
        server.Enqueue(hanging);
        using var client = Given.Client(server);
        var sending = attempt.Begin(client, Given.Read);
        await hanging.Sent.Soon();
        await attempt.CancelAndWait(sending);
        await hanging.Abandoned.Soon();
        Assert.Single(server.Requests);
    });

    [Fact]
    public Task While_waiting_to_try_again() => EndsAtOnce(async attempt =>
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Empty(503));
        using var client = Given.Client(server, unit: TimeSpan.FromMinutes(1));
        var sending = attempt.Begin(client, Given.Read);
        await attempt.Notices.Waiting.Soon();
        await attempt.CancelAndWait(sending);
        Assert.Single(server.Requests);
    });

    [Fact]
    public Task While_waiting_for_the_quota() => EndsAtOnce(async attempt =>
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Whole).WithQuota(300, 0, 3600));
        using var client = Given.Client(server);
        await client.Send(Given.Read);
        var sending = attempt.Begin(client, Given.Read);
        await attempt.Notices.Waiting.Soon();
        await attempt.CancelAndWait(sending);
        Assert.Single(server.Requests);
    });

    [Fact]
    public Task While_a_list_waits_for_a_page() => EndsAtOnce(async attempt =>
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Rows("c1", "E1")), LoopbackReply.HangInBody(Given.Rows(null, "E2")));
        using var client = Given.Client(server);
        using var pages = client.ReadPages<Employee>(Given.List, null, attempt.Notices.Add, attempt.Token);
        await pages.NextAsync().Soon();
        var next = pages.NextAsync();
        await server.Arrived(2).Soon();
        await attempt.CancelAndWait(next);
    });

    [Fact]
    public async Task Nothing_is_sent_when_it_was_cancelled_before()
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync<object>(Given.Write, null, new CancellationToken(true)).Soon());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_request_is_no_failure_and_the_client_goes_on_working()
    {
        var hanging = LoopbackReply.Hang();
        using var server = new LoopbackServer();
        server.Enqueue(hanging);
        using var client = Given.Client(server);
        using var cancel = new CancellationTokenSource();
        var sending = client.SendAsync<object>(Given.Read, null, cancel.Token);
        await hanging.Sent.Soon();
        await cancel.CancelAsync();
        var end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.Soon());
        Assert.Equal(cancel.Token, end.CancellationToken);
        await client.Send(Given.Read);
    }

    /// <summary>A busy machine may delay anything once; a wait that ignores the token is late every time.</summary>
    private static async Task EndsAtOnce(Func<Attempt, Task> run)
    {
        var times = new List<TimeSpan>();
        do
        {
            using var attempt = new Attempt();
            await run(attempt);
            times.Add(attempt.Took);
        }
        while (times[^1] > AtOnce && times.Count < 5);
        Assert.True(times[^1] <= AtOnce, $"Cancelling took {string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:0} ms"))}.");
    }

    private sealed class Attempt : IDisposable
    {
        private readonly CancellationTokenSource _cancel = new();

        public Notices Notices { get; } = new();

        public CancellationToken Token => _cancel.Token;

        public TimeSpan Took { get; private set; }

        public Task<object?> Begin(KomboClient client, KomboRequest request) => client.SendAsync<object>(request, Notices.Add, Token);

        public async Task CancelAndWait(Task sending)
        {
            Assert.False(sending.IsCompleted);
            var clock = Stopwatch.StartNew();
#pragma warning disable CA1849 // As Ctrl+C does: on the thread that stops the pipeline.
            _cancel.Cancel();
#pragma warning restore CA1849
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.Soon());
            Took = clock.Elapsed;
        }

        public void Dispose() => _cancel.Dispose();
    }
}
