using Kombo.Http;

namespace Kombo.Tests;

/// <summary>How many actions may be under way on one integration, with a clock that only moves when told.</summary>
public sealed class ConcurrencyTests
{
    private readonly FakeTime _time = new();
    private readonly ConcurrencyGovernor _governor;

    public ConcurrencyTests() => _governor = new ConcurrencyGovernor(_time);

    [Fact]
    public async Task The_first_answer_tells_those_who_wait_how_many_may_go()
    {
        var first = await Take().Soon();
        var others = TakeMany(9);
        Assert.DoesNotContain(others, other => other.IsCompleted);
        first.Observe(4, 3);
        await Given.Until(() => others.Count(other => other.IsCompleted) == 3);
        first.Dispose();
        await Given.Until(() => others.Count(other => other.IsCompleted) == 4);
    }

    [Fact]
    public async Task A_first_answer_that_takes_its_time_holds_up_nobody()
    {
        await Take().Soon();
        var others = TakeMany(5);
        Assert.DoesNotContain(others, other => other.IsCompleted);
        await Given.Until(() => _time.Waits == 5);
        _time.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(others).Soon();
    }

    [Fact]
    public async Task Answers_that_tell_nothing_allow_any_number()
    {
        (await Take().Soon()).Dispose();
        await Task.WhenAll(TakeMany(50)).Soon();
    }

    [Fact]
    public async Task A_burst_of_refusals_leaves_as_many_as_were_not_refused()
    {
        (await Take().Soon()).Dispose();
        var burst = await Task.WhenAll(TakeMany(10)).Soon();
        foreach (var refused in burst.Skip(4))
        {
            refused.Refuse();
            refused.Dispose();
        }

        var again = TakeMany(6);
        Assert.DoesNotContain(again, next => next.IsCompleted);
        burst[0].Dispose();
        await Given.Until(() => again.Count(next => next.IsCompleted) == 1);
    }

    [Fact]
    public async Task A_limit_that_was_learned_from_a_refusal_is_tried_again_later_and_more_rarely_when_it_holds()
    {
        (await Take().Soon()).Dispose();
        var pair = await Task.WhenAll(TakeMany(2)).Soon();
        Refuse(pair[1]);
        var waiting = Take();
        await Given.Until(() => _time.Waits == 1);
        Assert.Equal(TimeSpan.FromMinutes(1), _time.UntilNext);
        _time.Advance(_time.UntilNext);
        Refuse(await waiting.Soon());

        waiting = Take();
        await Given.Until(() => _time.Waits == 1);
        Assert.Equal(TimeSpan.FromMinutes(2), _time.UntilNext);
        _time.Advance(_time.UntilNext);
        (await waiting.Soon()).Dispose();
    }

    [Fact]
    public async Task What_other_processes_have_under_way_is_left_to_them_and_taken_when_they_end()
    {
        var first = await Take().Soon();
        first.Observe(4, 1); // Two belong to others.
        var others = TakeMany(5);
        await Given.Until(() => others.Count(other => other.IsCompleted) == 1);
        first.Observe(4, 2);
        await Given.Until(() => others.Count(other => other.IsCompleted) == 3);
    }

    [Fact]
    public async Task One_may_always_go_whatever_an_answer_tells()
    {
        var first = await Take().Soon();
        first.Observe(1, 0);
        first.Dispose();
        (await Take().Soon()).Observe(0, 0);
        Assert.False(Take().IsCompleted);
    }

    [Fact]
    public async Task Who_is_cancelled_takes_no_turn()
    {
        var first = await Take().Soon();
        first.Observe(1, 0);
        using var cancel = new CancellationTokenSource();
        var cancelled = _governor.TakeAsync(null, cancel.Token);
        var next = Take();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        first.Dispose();
        await next.Soon();
    }

    [Fact]
    public async Task Changes_of_one_integration_stay_within_what_the_answers_tell_for_the_whole_process()
    {
        using var server = new WriteServer { ConcurrencyLimit = 3, Work = TimeSpan.FromMilliseconds(1) };
        var key = Given.NewKey();
        using var one = Given.Client(server.Address, key: key, integrationId: "test:1");
        using var two = Given.Client(server.Address, key: key, integrationId: "test:1");
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => (number % 2 == 0 ? one : two).ChangeAsync<object>(
            Given.Absence($"e{number}"), new ChangeWatch(), null, TestContext.Current.CancellationToken))).Soon();
        Assert.Equal(60, server.Count);
        Assert.Equal(0, server.ConcurrencyRefusals);
        Assert.InRange(server.MostUnderWay, 1, 3);
    }

    [Fact]
    public async Task Changes_that_are_refused_for_their_number_are_sent_again_and_once()
    {
        using var server = new WriteServer { ConcurrencyLimit = 3, TellsLimit = false, Work = TimeSpan.FromMilliseconds(1) };
        using var client = Given.Client(server.Address, maxRetry: 50, integrationId: "test:1", unit: Given.Unit);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => client.ChangeAsync<object>(
            Given.Absence($"e{number}"), new ChangeWatch(), null, TestContext.Current.CancellationToken))).Soon();
        Assert.Equal(60, server.Count);
        Assert.All(server.Executed.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Reads_of_what_Kombo_has_stored_do_not_count()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Json("""{"status":"success","data":{"id":"1"}}""").With("Concurrency-Limit", "1").With("Concurrency-Remaining", "0"));
        var never = new TaskCompletionSource<bool>();
        server.Enqueue(LoopbackReply.Json("{}").After(never.Task));
        using var client = Given.Client(server, integrationId: "test:1");
        var change = client.SendAsync<object>(Given.Write, null, TestContext.Current.CancellationToken);
        await server.Arrived(1).Soon();
        await client.SendAsync<object>(Given.Read, null, TestContext.Current.CancellationToken).Soon();
        never.SetResult(true);
        await Assert.ThrowsAsync<KomboException>(() => change).Soon();
    }

    private Task<ConcurrencyGovernor.UnderWay> Take() => _governor.TakeAsync(null, TestContext.Current.CancellationToken);

    private Task<ConcurrencyGovernor.UnderWay>[] TakeMany(int count) => Enumerable.Range(0, count).Select(_ => Take()).ToArray();

    private static void Refuse(ConcurrencyGovernor.UnderWay action)
    {
        action.Refuse();
        action.Dispose();
    }
}
