namespace Kombo.Tests;

/// <summary>What the sender of a change is told, and when: a record of it must be on disk before it leaves.</summary>
public sealed class ChangeWatchTests
{
    private readonly List<string> _told = [];

    [Fact]
    public async Task Every_attempt_is_told_before_it_is_sent()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json("""{"status":"success","data":{"id":"1"}}"""));
        server.Enqueue(LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"));
        using var client = Given.Client(server, unit: Given.Unit);
        var watch = new ChangeWatch
        {
            Leaving = () => _told.Add($"leaving with {server.Requests.Count} sent"),
            Refused = () => _told.Add("refused"),
        };
        Assert.Single(await client.ChangeAsync<object>(Given.Write, watch, null, TestContext.Current.CancellationToken));
        Assert.Equal(["leaving with 0 sent", "refused", "leaving with 1 sent"], _told);
    }

    [Fact]
    public async Task What_may_have_happened_is_not_told_as_refused()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Text(500, "it broke"));
        using var client = Given.Client(server);
        var watch = new ChangeWatch { Refused = () => _told.Add("refused") };
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.ChangeAsync<object>(Given.Write, watch, null, TestContext.Current.CancellationToken));
        Assert.True(failure.MayHaveExecuted);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task An_attempt_is_not_sent_when_who_is_told_fails()
    {
        using var server = new LoopbackServer();
        using var client = Given.Client(server);
        var watch = new ChangeWatch { Leaving = () => throw new KomboException(KomboFailure.FileNotWritten, "The disk is full.") };
        var failure = await Assert.ThrowsAsync<KomboException>(() => client.ChangeAsync<object>(Given.Write, watch, null, TestContext.Current.CancellationToken));
        Assert.Equal(KomboFailure.FileNotWritten, failure.Failure);
        Assert.False(failure.MayHaveExecuted);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_has_been_sent_is_ended_by_its_own_token_only()
    {
        using var server = new WriteServer();
        var gate = new TaskCompletionSource<bool>();
        server.Gate = gate.Task;
        using var client = Given.Client(server.Address);
        using var stop = new CancellationTokenSource();
        var change = client.ChangeAsync<object>(Given.Absence("e1"), new ChangeWatch(), null, stop.Token);
        await Given.Until(() => server.Arrived == 1);
        await stop.CancelAsync();
        gate.SetResult(true);
        Assert.Single(await change.Soon());
    }

    [Fact]
    public async Task What_has_been_sent_can_be_abandoned()
    {
        using var server = new WriteServer();
        var gate = new TaskCompletionSource<bool>();
        server.Gate = gate.Task;
        using var client = Given.Client(server.Address);
        using var abandon = new CancellationTokenSource();
        var change = client.ChangeAsync<object>(Given.Absence("e1"), new ChangeWatch { Abandon = abandon.Token }, null, TestContext.Current.CancellationToken);
        await Given.Until(() => server.Arrived == 1);
        await abandon.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change).Soon();
        gate.SetResult(true);
    }
}
