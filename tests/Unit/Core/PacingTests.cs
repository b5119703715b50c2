using Kombo.Http;

namespace Kombo.Tests;

/// <summary>The governor by itself, with a clock that only moves when told.</summary>
public sealed class PacingTests
{
    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private readonly FakeTime _time = new();
    private readonly PacingGovernor _governor;

    public PacingTests() => _governor = new PacingGovernor(_time);

    [Fact]
    public async Task The_first_answer_binds_those_who_were_waiting_for_it()
    {
        AssertGoes(Take());
        var others = Enumerable.Range(0, 9).Select(_ => Take()).ToArray();
        Assert.DoesNotContain(others, other => other.IsCompleted);
        _governor.Observe(5, 4, HalfMinute);
        await Given.Until(() => others.Count(other => other.IsCompleted) == 4 && _time.Waits == 5);
        _time.Advance(TimeSpan.FromSeconds(31));
        await Task.WhenAll(others).Soon();
    }

    [Fact]
    public async Task A_first_answer_that_takes_its_time_holds_up_nobody()
    {
        AssertGoes(Take());
        var other = Take();
        AssertWaits(other);
        _time.Advance(TimeSpan.FromSeconds(1));
        await other.Soon();
        AssertGoes(Take());
    }

    [Fact]
    public async Task A_first_request_that_fails_holds_up_nobody()
    {
        AssertGoes(Take());
        var other = Take();
        AssertWaits(other);
        _governor.Observe(null, null, null);
        await other.Soon();
        AssertGoes(Take());
    }

    [Fact]
    public async Task More_callers_than_a_window_has_requests_take_as_many_windows_as_they_need()
    {
        await Exchange(limit: 3, remaining: 0);
        var callers = Enumerable.Range(0, 8).Select(_ => Take()).ToArray();
        for (var window = 1; window <= 3; window++)
        {
            await Given.Until(() => _time.Waits == callers.Count(caller => !caller.IsCompleted));
            _time.Advance(_time.UntilNext);
            var gone = Math.Min(3 * window, 8);
            await Given.Until(() => callers.Count(caller => caller.IsCompleted) == gone && _time.Waits == 8 - gone);
            _governor.Observe(3, 2, HalfMinute); // The others of this window are on their way.
        }
    }

    [Fact]
    public async Task A_renewal_further_away_than_five_minutes_binds_nobody()
    {
        await Take().Soon();
        _governor.Observe(300, 0, TimeSpan.FromSeconds(86_000));
        AssertGoes(Take());
        AssertGoes(Take());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_wait_longer()
    {
        await Exchange(limit: 300, remaining: 0);
        var taking = Take();
        AssertWaits(taking);
        _time.SetClock(TimeSpan.FromHours(-1));
        _time.Advance(TimeSpan.FromSeconds(31));
        await taking.Soon();
    }

    [Fact]
    public void Nobody_waits_before_the_quota_is_known()
    {
        AnswerWithoutHeaders();
        for (var request = 0; request < 1000; request++)
        {
            AssertGoes(Take());
        }
    }

    [Fact]
    public void Servers_without_the_headers_are_not_paced()
    {
        for (var request = 0; request < 1000; request++)
        {
            AssertGoes(Take());
            _governor.Observe(null, null, null);
        }
    }

    [Fact]
    public async Task When_the_quota_is_gone_everyone_waits_until_it_is_renewed()
    {
        await Exchange(limit: 300, remaining: 2);
        AssertGoes(Take());
        AssertGoes(Take());
        var third = Take();
        var fourth = Take();
        AssertWaits(third);
        _time.Advance(TimeSpan.FromSeconds(30.9));
        AssertWaits(third);
        AssertWaits(fourth);
        _time.Advance(TimeSpan.FromSeconds(0.1)); // A second more than the header says, which may be rounded down.
        await third.Soon();
        await fourth.Soon();
    }

    [Fact]
    public async Task A_wait_is_announced_with_its_length()
    {
        await Exchange(limit: 300, remaining: 0);
        var notices = new Notices();
        _ = _governor.TakeAsync(notices.Add, TestContext.Current.CancellationToken);
        Assert.Equal(HalfMinute + TimeSpan.FromSeconds(1), Assert.Single(notices.Waits).Duration);
        Assert.Contains("31 seconds", notices.Waits[0].Message);
    }

    [Fact]
    public void Requests_under_way_count_as_spent()
    {
        AnswerWithoutHeaders();
        AssertGoes(Take());
        AssertGoes(Take());
        AssertGoes(Take());
        _governor.Observe(300, 3, HalfMinute); // The server has seen one; two more are on their way to it.
        AssertGoes(Take());
        AssertWaits(Take());
    }

    [Fact]
    public void Answers_that_overtake_each_other_never_give_quota_back()
    {
        AnswerWithoutHeaders();
        AssertGoes(Take());
        AssertGoes(Take());
        _governor.Observe(300, 1, HalfMinute); // Sent later, answered first.
        _governor.Observe(300, 2, HalfMinute);
        AssertWaits(Take());
    }

    [Fact]
    public void A_late_answer_of_the_window_before_changes_nothing()
    {
        AnswerWithoutHeaders();
        AssertGoes(Take());
        AssertGoes(Take());
        AssertGoes(Take());
        _governor.Observe(300, 10, TimeSpan.FromSeconds(60));
        _governor.Observe(300, 0, TimeSpan.FromSeconds(2));
        AssertGoes(Take());
    }

    [Fact]
    public async Task The_next_window_is_recognised_although_the_old_one_has_not_been_waited_for()
    {
        await Exchange(limit: 300, remaining: 1);
        _time.Advance(TimeSpan.FromSeconds(20));
        AssertGoes(Take());
        _governor.Observe(300, 299, TimeSpan.FromSeconds(60));
        for (var request = 0; request < 299; request++)
        {
            AssertGoes(Take());
        }

        AssertWaits(Take());
    }

    [Fact]
    public async Task A_quota_that_ran_out_unnoticed_is_full_again_after_its_reset()
    {
        await Exchange(limit: 300, remaining: 1);
        _time.Advance(TimeSpan.FromSeconds(31));
        AssertGoes(Take());
        AssertGoes(Take());
    }

    [Fact]
    public async Task A_refusal_stops_everyone_until_the_reset()
    {
        await Exchange(limit: 300, remaining: 200);
        _governor.Block(TimeSpan.FromSeconds(5));
        var taking = Take();
        AssertWaits(taking);
        _time.Advance(TimeSpan.FromSeconds(31));
        await taking.Soon();
    }

    [Fact]
    public async Task A_refusal_stops_a_client_that_has_seen_no_headers_too()
    {
        _governor.Block(TimeSpan.FromSeconds(5));
        var taking = Take();
        AssertWaits(taking);
        _time.Advance(TimeSpan.FromSeconds(6));
        await taking.Soon();
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        await Exchange(limit: 300, remaining: 0);
        using var cancel = new CancellationTokenSource();
        var taking = _governor.TakeAsync(null, cancel.Token);
        AssertWaits(taking);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking.Soon());
        Assert.Equal(0, _time.Waits);
    }

    [Fact]
    public void Keys_and_servers_do_not_share_but_clients_of_one_key_do()
    {
        var server = new Uri("https://api.example.com/v1/");
        var governor = PacingGovernor.For(PacingGovernor.AccountOf(server, "key-one"), _time);
        Assert.Same(governor, PacingGovernor.For(PacingGovernor.AccountOf(new Uri("https://api.example.com/v2/"), "key-one"), _time));
        Assert.NotSame(governor, PacingGovernor.For(PacingGovernor.AccountOf(server, "key-two"), _time));
        Assert.NotSame(governor, PacingGovernor.For(PacingGovernor.AccountOf(server, "KEY-ONE"), _time));
        Assert.NotSame(governor, PacingGovernor.For(PacingGovernor.AccountOf(new Uri("https://api.us.example.com/v1/"), "key-one"), _time));
    }

    private Task Take() => _governor.TakeAsync(null, TestContext.Current.CancellationToken);

    private void AnswerWithoutHeaders()
    {
        AssertGoes(Take());
        _governor.Observe(null, null, null);
    }

    private async Task Exchange(int limit, int remaining)
    {
        await Take().Soon();
        _governor.Observe(limit, remaining, HalfMinute);
    }

    private static void AssertGoes(Task taking) => Assert.True(taking.IsCompletedSuccessfully);

    private void AssertWaits(Task taking)
    {
        Assert.False(taking.IsCompleted);
        Assert.True(_time.Waits > 0);
    }
}
