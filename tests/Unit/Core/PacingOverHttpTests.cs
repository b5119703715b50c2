using System.Diagnostics;
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
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 0, 3600));
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
        using var server = new LoopbackServer(request => LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 0, 3600));
        var key = Given.NewKey();
        using var first = Given.Client(server, key: key);
        using var second = Given.Client(server, key: key);
        await first.Send(Given.Read);
        var notices = new Notices();
        using var cancel = new CancellationTokenSource();
        var waiting = second.SendAsync<object>(Given.Read, notices.Add, cancel.Token);
        await notices.Waiting.Soon();
        Assert.InRange(notices.Waits[0].Duration, TimeSpan.FromSeconds(3500), TimeSpan.FromSeconds(3601));
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
        using var server = new LoopbackServer(_ => LoopbackReply.Json(Given.Success("{}")).WithQuota(300, 3, 3600));
        server.Enqueue([.. Enumerable.Range(0, 4).Select(_ => LoopbackReply.Hang())]);
        using var client = Given.Client(server, timeout: TimeSpan.FromMilliseconds(200));
        await client.Send(Given.Read);
        await client.Send(Given.Read); // With four requests still counted, this would wait an hour.
        Assert.Equal(6, server.Requests.Count);
    }

    /// <summary>A fixed window of requests; each reader gets three pages.</summary>
    private sealed class Quota(int limit, TimeSpan window, bool roundUp)
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private TimeSpan _startedAt;
        private int _used;

        public int Refusals { get; private set; }

        // The server calls this for one request at a time.
        public LoopbackReply Answer(LoopbackRequest request)
        {
            var now = _clock.Elapsed;
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
