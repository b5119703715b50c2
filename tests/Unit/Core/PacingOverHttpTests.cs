using System.Globalization;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>The pacing end to end, against servers that enforce what they announce.</summary>
public sealed class PacingOverHttpTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Parallel_readers_of_one_key_see_no_refusal(bool resetIsRoundedUp, bool shareOneClient)
    {
        var quota = new Quota(limit: 5, TimeSpan.FromMilliseconds(1200), resetIsRoundedUp);
        using var server = new LoopbackServer(quota.Answer);
        var key = Given.NewKey();
        using var first = Given.Client(server, key: key, maxRetry: 0);
        using var second = Given.Client(server, key: key, maxRetry: 0);
        var notices = new Notices();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(reader => Task.Run(async () =>
        {
            using var pages = (reader < 2 || shareOneClient ? first : second).Pages<Employee>(Given.List, notices: notices);
            Assert.Equal(3, (await pages.AllIds()).Count);
        })));
        Assert.Equal(0, quota.Refusals);
        Assert.Equal(12, server.Requests.Count);
        Assert.NotEmpty(notices.Waits); // Else this test shows nothing.
    }

    [Fact]
    public async Task Another_key_does_not_wait()
    {
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 0, 280));
        using var spent = Given.Client(server);
        using var fresh = Given.Client(server);
        var notices = new Notices();
        await spent.Send(Given.Read, notices);
        using var cancel = new CancellationTokenSource();
        var waiting = spent.SendAsync<object>(Given.Read, notices.Add, cancel.Token);
        await notices.Waiting.Soon();
        await fresh.Send(Given.Read);
        Assert.False(waiting.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Soon());
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Another_client_of_the_same_key_waits()
    {
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 0, 280));
        var key = Given.NewKey();
        using var first = Given.Client(server, key: key);
        using var second = Given.Client(server, key: key);
        await first.Send(Given.Read);
        var notices = new Notices();
        using var cancel = new CancellationTokenSource();
        var waiting = second.SendAsync<object>(Given.Read, notices.Add, cancel.Token);
        await notices.Waiting.Soon();
        Assert.InRange(notices.Waits[0].Duration, TimeSpan.FromSeconds(250), TimeSpan.FromSeconds(281));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Soon());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("ratelimit-reset")]
    [InlineData("Retry-After")]
    public async Task One_refusal_makes_all_readers_of_the_key_wait_for_the_renewal(string header)
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").With(header, "1"));
        var key = Given.NewKey();
        using var refused = Given.Client(server, key: key, unit: TimeSpan.FromMinutes(1));
        using var other = Given.Client(server, key: key);
        var notices = new Notices();
        var first = refused.Send(Given.Write, notices);
        await notices.Waiting.Soon();
        await Task.WhenAll(first, other.Send(Given.Read)).Soon();
        var requests = server.Requests;
        Assert.Equal(3, requests.Count);
        Assert.All(requests.Skip(1), request => Assert.True(request.Elapsed - requests[0].Elapsed > TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Requests_that_broke_do_not_count_as_under_way_for_ever()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 3, 280));
        server.Enqueue([.. Enumerable.Range(0, 4).Select(_ => LoopbackReply.Hang())]);
        using var client = Given.Client(server, timeout: TimeSpan.FromMilliseconds(200));
        await client.Send(Given.Read);
        await client.Send(Given.Read); // With four requests still counted, this would wait for minutes.
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_back_off_without_a_time_is_for_everyone_on_the_key()
    {
        using var server = new LoopbackServer();
        server.Enqueue(LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED"));
        var key = Given.NewKey();
        var time = new FakeTime();
        using var refused = Given.Client(server, key: key, unit: TimeSpan.FromSeconds(8), time: time);
        using var other = Given.Client(server, key: key, unit: TimeSpan.FromSeconds(8), time: time);
        var first = refused.Send(Given.Write);
        await Given.Until(() => time.Waits == 1);
        var second = other.Send(Given.Read);
        await Given.Until(() => time.Waits == 2);
        Assert.Single(server.Requests);
        time.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(first, second);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task More_callers_than_quota_in_one_process_see_no_refusal()
    {
        var time = new FakeTime();
        var quota = new Quota(limit: 5, TimeSpan.FromSeconds(60), roundUp: false, time);
        using var server = new LoopbackServer(quota.Answer);
        using var client = Given.Client(server, maxRetry: 0, time: time);
        await ReadAll(time, [.. Enumerable.Range(0, 24).Select(_ => client)]);
        Assert.Equal(0, quota.Refusals);
        Assert.Equal(72, server.Requests.Count);
    }

    [Fact]
    public async Task Several_processes_on_one_key_finish_their_lists_all_the_same()
    {
        var time = new FakeTime();
        var quota = new Quota(limit: 5, TimeSpan.FromSeconds(3), roundUp: false, time);
        using var server = new LoopbackServer(quota.Answer);
        var processes = Enumerable.Range(0, 24).Select(_ => new KomboClient(new KomboClientOptions
        {
            ApiKey = "the-key-of-all",
            Server = server.Address,
            Handler = new SocketsHttpHandler { UseProxy = false }, // With a handler of its own, a client knows nothing of the others.
            Time = time,
        })).ToArray();
        await ReadAll(time, processes);
        Assert.True(quota.Refusals > 24); // Else this test shows nothing.
        foreach (var process in processes)
        {
            process.Dispose();
        }
    }

    /// <summary>Each client reads three pages; the clock moves on whenever everybody waits.</summary>
    private static async Task ReadAll(FakeTime time, KomboClient[] clients)
    {
        var readers = clients.Select(client => Task.Run(async () =>
        {
            using var pages = client.Pages<Employee>(Given.List);
            Assert.Equal(["E1", "E2", "E3"], await pages.AllIds());
        })).ToArray();
        while (readers.Any(reader => !reader.IsCompleted))
        {
            await Given.Until(() => readers.Count(reader => !reader.IsCompleted) is var running && (running == 0 || time.Waits == running));
            if (time.Waits > 0)
            {
                time.Advance(time.UntilNext);
            }
        }

        await Task.WhenAll(readers);
    }

    /// <summary>A fixed window of requests; each reader gets three pages.</summary>
    private sealed class Quota(int limit, TimeSpan window, bool roundUp, TimeProvider? time = null)
    {
        private readonly TimeProvider _time = time ?? TimeProvider.System;
        private readonly long _begun = (time ?? TimeProvider.System).GetTimestamp();
        private TimeSpan _startedAt;
        private int _used;

        public int Refusals { get; private set; }

        // The server calls this for one request at a time.
        public LoopbackReply Answer(LoopbackRequest request)
        {
            var now = _time.GetElapsedTime(_begun);
            if (now - _startedAt >= window)
            {
                _startedAt = now;
                _used = 0;
            }

            _used++;
            var left = (_startedAt + window - now).TotalSeconds;
            var reset = (int)(roundUp ? Math.Ceiling(left) : Math.Floor(left));
            if (_used > limit)
            {
                Refusals++;
                return LoopbackReply.Error(429, "PLATFORM.RATE_LIMIT_EXCEEDED").WithQuota(limit, 0, reset);
            }

            var page = int.Parse(request.Query("cursor") ?? "1", CultureInfo.InvariantCulture);
            var next = page < 3 ? (page + 1).ToString(CultureInfo.InvariantCulture) : null;
            return LoopbackReply.Json(Given.Rows(next, $"E{page}")).WithQuota(limit, limit - _used, reset);
        }
    }
}
