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
    public void Nobody_waits_before_the_quota_is_known()
    {
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
        AssertGoes(Take());
        AssertGoes(Take());
        _governor.Observe(300, 1, HalfMinute); // Sent later, answered first.
        _governor.Observe(300, 2, HalfMinute);
        AssertWaits(Take());
    }

    [Fact]
    public void A_late_answer_of_the_window_before_changes_nothing()
    {
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
        var governor = PacingGovernor.For(server, "key-one", _time);
        Assert.Same(governor, PacingGovernor.For(new Uri("https://api.example.com/v2/"), "key-one", _time));
        Assert.NotSame(governor, PacingGovernor.For(server, "key-two", _time));
        Assert.NotSame(governor, PacingGovernor.For(server, "KEY-ONE", _time));
        Assert.NotSame(governor, PacingGovernor.For(new Uri("https://api.us.example.com/v1/"), "key-one", _time));
    }

    private Task Take() => _governor.TakeAsync(null, TestContext.Current.CancellationToken);

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
