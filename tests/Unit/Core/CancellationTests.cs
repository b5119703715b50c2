using System.Net;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>
/// Ctrl+C ends every kind of wait: of waits that would not end by themselves while the test runs. How soon it does is for the
/// benchmarks to measure.
/// </summary>
public sealed class CancellationTests
{
    private static readonly string Whole = Given.Success("""{"id":"1","name":"a name that makes the body a bit longer"}""");

    [Fact]
    public async Task While_connecting()
    {
        using var attempt = new Attempt();
        // TLS on a port where nobody says hello: the connection is never ready for a request.
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = Given.Client(new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/v1"));
        var sending = attempt.Begin(client, Given.Read);
        using var accepted = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().Soon();
        await attempt.CancelAndWait(sending);
    }

    [Fact]
    public async Task While_waiting_for_the_headers()
    {
        using var attempt = new Attempt();
        var hanging = LoopbackReply.Hang();
        using var server = new LoopbackServer();
        server.Enqueue(hanging);
        using var client = Given.Client(server);
        var sending = attempt.Begin(client, Given.Write);
        await hanging.Sent.Soon();
        await attempt.CancelAndWait(sending);
        await hanging.Abandoned.Soon();
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task While_reading_the_body()
    {
        using var attempt = new Attempt();
        var hanging = LoopbackReply.HangInBody(Whole);
        using var server = new LoopbackServer();
        server.Enqueue(hanging);
        using var client = Given.Client(server);
        var sending = attempt.Begin(client, Given.Read);
        await hanging.Sent.Soon();
        await attempt.CancelAndWait(sending);
        await hanging.Abandoned.Soon();
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task While_waiting_to_try_again()
    {
        using var attempt = new Attempt();
        using var server = new LoopbackServer(_ => LoopbackReply.Empty(503));
        using var client = Given.Client(server, unit: TimeSpan.FromMinutes(1));
        var sending = attempt.Begin(client, Given.Read);
        await attempt.Notices.Waiting.Soon();
        await attempt.CancelAndWait(sending);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task While_waiting_for_the_quota()
    {
        using var attempt = new Attempt();
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Whole).WithQuota(300, 0, 280));
        using var client = Given.Client(server);
        await client.Send(Given.Read);
        var sending = attempt.Begin(client, Given.Read);
        await attempt.Notices.Waiting.Soon();
        await attempt.CancelAndWait(sending);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task While_a_large_body_is_encoded()
    {
        using var attempt = new Attempt();
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        using var began = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        IEnumerable<object?> Rows()
        {
            began.Set();
            goOn.Wait(Given.Patience, TestContext.Current.CancellationToken);
            yield return 1;
        }

        var sending = attempt.Begin(client, new KomboRequest("POST", "x") { Body = Rows() });
        Assert.True(began.Wait(Given.Patience, TestContext.Current.CancellationToken));
        await attempt.CancelAndWait(sending);
        goOn.Set();
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task While_a_list_waits_for_a_page()
    {
        using var attempt = new Attempt();
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Given.Rows("c1", "E1")), LoopbackReply.HangInBody(Given.Rows(null, "E2")));
        using var client = Given.Client(server);
        using var pages = client.ReadPages<Employee>(Given.List, null, attempt.Notices.Add, attempt.Token);
        await pages.NextAsync().Soon();
        var next = pages.NextAsync();
        await server.Arrived(2).Soon();
        await attempt.CancelAndWait(next);
    }

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

    private sealed class Attempt : IDisposable
    {
        private readonly CancellationTokenSource _cancel = new();

        public Notices Notices { get; } = new();

        public CancellationToken Token => _cancel.Token;

        public Task<object?> Begin(KomboClient client, KomboRequest request) => client.SendAsync<object>(request, Notices.Add, Token);

        public async Task CancelAndWait(Task sending)
        {
            Assert.False(sending.IsCompleted);
#pragma warning disable CA1849 // As Ctrl+C does: on the thread that stops the pipeline.
            _cancel.Cancel();
#pragma warning restore CA1849
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.Soon());
        }

        public void Dispose() => _cancel.Dispose();
    }
}
