using System.Diagnostics;
using System.Net;

namespace Kombo.Tests;

/// <summary>Looking at a task until it is over.</summary>
public sealed class PollTests
{
    private static readonly string Running = Given.Success("""{"status":"PENDING"}""");
    private static readonly string Over = Given.Success("""{"status":"COMPLETED"}""");

    private static KomboRequest Look => new("GET", "lms/courses/bulk/t") { IntegrationHeader = IntegrationHeader.Optional };

    private static bool IsOver(object state) => ((Models.KomboMap)state)["status"] is "COMPLETED";

    private static KomboClient Client(LoopbackServer server, TimeProvider time) => new(new KomboClientOptions
    {
        ApiKey = Given.NewKey(),
        Server = server.Address,
        Retry = KomboRetry.Off,
        Proxy = new WebProxy(),
        Time = time,
    });

    [Fact]
    public async Task What_is_over_at_the_first_look_is_not_waited_for()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json(Over));
        using var client = Client(server, new FakeTime());
        Assert.NotNull(await client.PollAsync<object>(Look, IsOver, null, null, TestContext.Current.CancellationToken).Soon());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pauses_grow_from_a_second_to_a_minute()
    {
        using var server = new LoopbackServer();
        server.Respond = _ => LoopbackReply.Json(Running);
        var time = new FakeTime();
        using var client = Client(server, time);
        using var stop = new CancellationTokenSource();
        var polling = client.PollAsync<object>(Look, IsOver, null, null, stop.Token);
        var pauses = new List<double>();
        for (var look = 1; look <= 13; look++)
        {
            await Given.Until(() => server.Requests.Count == look && time.Waits == 1);
            var pause = time.UntilNext;
            pauses.Add(pause.TotalSeconds);
            time.Advance(pause);
        }

        Assert.Equal(1, pauses[0]);
        Assert.All(pauses.Zip(pauses.Skip(1)), pair => Assert.True(pair.Second >= pair.First && pair.Second < pair.First * 1.8));
        Assert.Equal(60, pauses[^1]);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling.Soon());
    }

    [Fact]
    public async Task The_last_look_is_at_the_limit_and_its_answer_is_given_back()
    {
        using var server = new LoopbackServer();
        server.Respond = _ => LoopbackReply.Json(Running);
        var time = new FakeTime();
        using var client = Client(server, time);
        var polling = client.PollAsync<object>(Look, IsOver, TimeSpan.FromSeconds(2), null, TestContext.Current.CancellationToken);
        await Given.Until(() => time.Waits == 1);
        time.Advance(TimeSpan.FromSeconds(1));
        await Given.Until(() => server.Requests.Count == 2 && time.Waits == 1);
        time.Advance(TimeSpan.FromSeconds(1)); // The pause would be longer; the limit cuts it.
        Assert.False(IsOver((await polling.Soon())!));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_wait_longer()
    {
        using var server = new LoopbackServer();
        server.Respond = _ => LoopbackReply.Json(Running);
        var time = new FakeTime();
        using var client = Client(server, time);
        var polling = client.PollAsync<object>(Look, IsOver, TimeSpan.FromSeconds(2), null, TestContext.Current.CancellationToken);
        for (var second = 0; second < 2; second++)
        {
            await Given.Until(() => time.Waits == 1);
            time.SetClock(TimeSpan.FromHours(-1));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(IsOver((await polling.Soon())!));
    }

    [Fact]
    public async Task A_look_that_fails_ends_the_waiting()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Json("""{"status":"error","error":{"code":"PLATFORM.INPUT_INVALID","title":null,"message":"no such task","log_url":null}}""", 400));
        using var client = Client(server, new FakeTime());
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.PollAsync<object>(Look, IsOver, null, null, TestContext.Current.CancellationToken).Soon());
        Assert.Equal("PLATFORM.INPUT_INVALID", failure.Code);
    }

    [Fact]
    public async Task A_pause_ends_at_once_when_it_is_cancelled()
    {
        using var server = new LoopbackServer();
        server.Respond = _ => LoopbackReply.Json(Running);
        using var client = Given.Client(server, unit: TimeSpan.FromSeconds(50));
        using var stop = new CancellationTokenSource();
        var polling = client.PollAsync<object>(Look, IsOver, null, null, stop.Token);
        await server.Arrived(1).Soon();
        var clock = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling.Soon());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }
}
