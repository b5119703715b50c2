using System.Collections.Concurrent;
using Kombo.PowerShell;

namespace Kombo.Tests;

/// <summary>Rows in the background: how many at a time, in which order, and what becomes of them at every end.</summary>
public sealed class RowSenderTests
{
    private readonly ConcurrentQueue<long> _begun = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource<IReadOnlyList<object?>>> _answers = new();

    [Fact]
    public async Task No_more_rows_are_under_way_than_allowed()
    {
        using var sender = Sender(3);
        var rows = Start(sender, 10);
        await Given.Until(() => _begun.Count == 3);
        Answer(_begun.First());
        await Given.Until(() => _begun.Count == 4);
        await Given.Until(() => sender.Open == 9);
        foreach (var row in rows)
        {
            Answer(row.Number);
        }

        await Task.WhenAll(rows.Select(row => row.Ended)).Soon();
        Assert.All(rows, row => Assert.Equal(RowStatus.Done, row.Status));
        Assert.Equal(0, sender.Open);
    }

    [Fact]
    public async Task Rows_that_concern_the_same_object_follow_one_another_and_hold_up_no_others()
    {
        using var sender = Sender(10);
        var same = Enumerable.Range(1, 3).Select(number => Start(sender, Row(number, "e1"))).ToArray();
        Start(sender, Row(4, "e2"));
        await Given.Until(() => _begun.Count == 2);
        Assert.Equal([1, 4], _begun.Order());
        Answer(1);
        await Given.Until(() => _begun.Count == 3);
        Assert.Contains(2, _begun);
        Fail(2, new KomboException(KomboFailure.Http, "It failed."));
        await Given.Until(() => _begun.Count == 4);
        Answer(3);
        await same[2].Ended.Soon();
        Assert.Equal([RowStatus.Done, RowStatus.Failed, RowStatus.Done], same.Select(row => row.Status));
    }

    [Fact]
    public async Task When_it_is_closed_what_has_been_sent_goes_on_and_nothing_else_is_sent()
    {
        using var sender = Sender(2);
        var rows = Start(sender, 5);
        await Given.Until(() => _begun.Count == 2);
        sender.Close();
        foreach (var number in _begun)
        {
            Answer(number);
        }

        await Task.WhenAll(rows.Select(row => row.Ended)).Soon();
        Assert.Equal(2, _begun.Count);
        Assert.Equal([2, 3], new[] { RowStatus.Done, RowStatus.NotSent }.Select(status => rows.Count(row => row.Status == status)));
    }

    [Fact]
    public async Task What_is_abandoned_after_it_was_sent_is_unknown()
    {
        using var sender = Sender(2);
        var rows = Start(sender, 3);
        await Given.Until(() => _begun.Count == 2);
        sender.Close();
        sender.Abandon();
        await Task.WhenAll(rows.Select(row => row.Ended)).Soon();
        Assert.Equal([2, 1], new[] { RowStatus.Unknown, RowStatus.NotSent }.Select(status => rows.Count(row => row.Status == status)));
        Assert.All(rows.Where(row => row.Status == RowStatus.Unknown), row => Assert.Equal("Kombo.OutcomeUnknown", row.Failure!.ErrorId));
    }

    [Theory]
    [InlineData("PLATFORM.AUTHENTICATION_INVALID")]
    [InlineData("PLATFORM.IP_NOT_WHITELISTED")]
    public async Task A_failure_that_all_others_would_share_sends_no_more(string code)
    {
        using var sender = Sender(1);
        var rows = Start(sender, 3);
        await Given.Until(() => !_begun.IsEmpty);
        Fail(_begun.First(), new KomboException(KomboFailure.Api, "No.") { Code = code });
        await Task.WhenAll(rows.Select(row => row.Ended)).Soon();
        Assert.True(sender.IsClosed);
        Assert.Single(_begun);
        Assert.Equal(2, rows.Count(row => row.Status == RowStatus.NotSent));
    }

    [Fact]
    public async Task A_row_that_waits_for_its_next_attempt_has_certainly_not_been_carried_out()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Error(429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"));
        var time = new FakeTime();
        using var client = Given.Client(server, time: time);
        using var sender = Sender(1);
        var row = new WriteRow { Number = 1 };
        row.Send = async (watch, notify, stop) => (await client.ChangeAsync<object>(Given.Write, watch, notify, stop)).ToArray();
        Start(sender, row);
        await Given.Until(() => time.Waits > 0 && server.Requests.Count == 1);
        sender.Close();
        await row.Ended.Soon();
        Assert.Equal(RowStatus.NotSent, row.Status);
    }

    private static RowSender Sender(int limit) => new(limit, _ => { }, () => { }, TestContext.Current.CancellationToken);

    private static WriteRow Start(RowSender sender, WriteRow row)
    {
        sender.Start(row);
        return row;
    }

    private WriteRow[] Start(RowSender sender, int count) => Enumerable.Range(1, count).Select(number => Start(sender, Row(number, null))).ToArray();

    private WriteRow Row(long number, string? concerned)
    {
        var row = new WriteRow { Number = number, Concerned = concerned };
        row.Send = async (watch, _, _) =>
        {
            watch.Leaving!();
            _begun.Enqueue(number);
            return await Answers(number).Task.WaitAsync(watch.Abandon);
        };
        return row;
    }

    private TaskCompletionSource<IReadOnlyList<object?>> Answers(long number) =>
        _answers.GetOrAdd(number, _ => new TaskCompletionSource<IReadOnlyList<object?>>(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Answer(long number) => Answers(number).TrySetResult([]);

    private void Fail(long number, KomboException failure) => Answers(number).TrySetException(failure);
}
