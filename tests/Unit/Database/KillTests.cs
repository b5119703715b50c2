using Kombo.Database;

namespace Kombo.Tests;

/// <summary>
/// Runs that end where they should not: at every request, before and after every commit, at every event. What they leave is
/// never ahead of what is in it, and the next runs end where they would have ended anyway.
/// </summary>
public abstract class KillTests
{
    private const string Employees = "hris/employees";
    private const string Groups = "hris/groups";

    [Fact]
    public async Task A_run_that_is_cancelled_at_any_request_is_made_up_for()
    {
        var points = (await Undisturbed(prune: false)).Requests;
        foreach (var point in Points(points))
        {
            await At($"request {point}", story =>
            {
                story.CancelAt = point;
                return story.Play();
            });
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_is_killed_at_any_commit_is_made_up_for(bool prune)
    {
        // Odd numbers are before a commit, even ones behind it.
        var points = (await Undisturbed(prune)).Commits;
        Assert.True(points > 40, $"Only {points} points.");
        foreach (var point in Points(points))
        {
            await At(
                $"commit {point}",
                story =>
                {
                    story.KillAt = point;
                    return story.Play();
                },
                prune);
        }
    }

    [Fact]
    public async Task A_run_that_is_given_up_at_any_event_is_made_up_for()
    {
        var points = (await Undisturbed(prune: false)).Events;
        foreach (var point in Points(points))
        {
            await At($"event {point}", story =>
            {
                story.LeaveAt = point;
                return story.Play();
            });
        }
    }

    /// <summary>All of them when the module is attacked; else some, which one first by chance.</summary>
    private IEnumerable<int> Points(int count)
    {
        var step = Attack.Size > 1 ? 1 : Step;
        for (var point = 1 + (Attack.Seed % step); point <= count; point += step)
        {
            yield return point;
        }
    }

    [Fact]
    public async Task A_killed_run_goes_on_at_its_page()
    {
        using var copy = New(SyncTests.Company());
        using var stop = new CancellationTokenSource();
        copy.Kombo.Asked = number => Stop(stop, number == 4); // The third page.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copy.Run(stop: stop));
        Assert.Null(copy.Watermark(CopyOfKombo.Employee));
        copy.Kombo.Asked = null;
        copy.Kombo.ForgetRequests();
        var first = (await copy.Summaries())[0];
        Assert.True(first.IsResumed);
        Assert.Contains("cursor=", copy.Kombo.Lists[0], StringComparison.Ordinal);
        Assert.Contains("updated_after=", copy.Kombo.Lists[^2], StringComparison.Ordinal); // And then what has changed since the run began.
        copy.AssertCurrent();
        copy.AssertAtRest();
    }

    /// <summary>How far apart the points are that the suite tries: odd, so that those before a commit and those behind one take turns.</summary>
    private protected abstract int Step { get; }

    private protected abstract CopyOfKombo New(ChangingKombo kombo);

    private static void Stop(CancellationTokenSource stop, bool now)
    {
        if (now)
        {
            stop.Cancel();
        }
    }

    private async Task<Story> Undisturbed(bool prune)
    {
        using var story = new Story(New, prune);
        await story.Play();
        Assert.False(story.WasKilled);
        return story;
    }

    private async Task At(string point, Func<Story, Task> play, bool prune = false)
    {
        try
        {
            using var story = new Story(New, prune);
            await play(story);
            Assert.True(story.WasKilled);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"At {point}: {failure.Message}", failure);
        }
    }

    private sealed class KilledException : Exception;

    /// <summary>A life of three runs: everything, what changed, everything again; with changes between them and while they read.</summary>
    private sealed class Story : IDisposable
    {
        private readonly ChangingKombo _kombo = SyncTests.Company();
        private readonly bool _prune;
        private readonly Queue<Action> _later;
        private readonly HashSet<CopyOfKombo> _copies = [];
        private readonly Func<ChangingKombo, CopyOfKombo> _new;
        private CancellationTokenSource? _stop;
        private CopyOfKombo _copy;

        public Story(Func<ChangingKombo, CopyOfKombo> make, bool prune)
        {
            _new = make;
            _prune = prune;
            _copy = Use(_new(_kombo));

            // One with every third request, whoever makes it.
            _later = new Queue<Action>(
            [
                () => _kombo.Put(Employees, "E1", "\"first_name\":\"Late\""),
                () => _kombo.Put(Employees, "A0", "\"first_name\":\"In front\""),
                () => _kombo.Delete(Groups, "G2"),
                () => _kombo.Put(Employees, "Z9", "\"last_name\":\"At the end\""),
            ]);
        }

        public int CancelAt { get; set; }

        public int KillAt { get; set; }

        public int LeaveAt { get; set; }

        public int Requests { get; private set; }

        public int Commits { get; private set; }

        public int Events { get; private set; }

        public bool WasKilled { get; private set; }

        public async Task Play()
        {
            _kombo.Asked = _ => Asked();
            await Run(CopyOfKombo.Options(prune: _prune));
            _kombo.Put(Employees, "E3", "\"first_name\":\"Changed\"");
            _kombo.Put(Employees, "E7", "\"first_name\":\"Joiner\"");
            _kombo.Put(Employees, "E8", "\"first_name\":\"Joiner\"");
            _kombo.Delete(Employees, "E2");
            _kombo.Vanish(Employees, "E5");
            await Run(CopyOfKombo.Options(prune: _prune));
            _kombo.Put(Employees, "E2", "\"first_name\":\"Back\"");
            _kombo.Vanish(Groups, "G1");
            await Run(CopyOfKombo.Options(full: true, prune: _prune));
            while (_later.TryDequeue(out var change))
            {
                change();
            }

            await Run(CopyOfKombo.Options(prune: _prune));
            _copy.AssertCurrent(_prune);
            _copy.AssertNotAhead(_prune);
            _copy.AssertAtRest();

            // A copy made now has the same, each value and each table and view, but for what vanished.
            if (_prune)
            {
                using var fresh = _new(_kombo);
                await fresh.Run(CopyOfKombo.Options(prune: true));
                Assert.Equal(fresh.Dump(withState: false), _copy.Dump(withState: false));
            }
            else
            {
                Assert.Equal([["hris_employees", "E5"], ["hris_groups", "G1"]], _copy.Sql(
                    """
                    select 'hris_employees', id from hris_employees where remote_deleted_at is not null
                    union all select 'hris_groups', id from hris_groups where remote_deleted_at is not null and id <> 'G2' order by 1
                    """));
            }

            // And the next run has nothing to do.
            var before = _copy.Dump(withState: false);
            await Run(CopyOfKombo.Options(prune: _prune));
            Assert.Equal(before, _copy.Dump(withState: false));
            if (!_copy.IsFile)
            {
                await IsTheSameAsAFile();
            }
        }

        public void Dispose()
        {
            foreach (var copy in _copies)
            {
                copy.Dispose();
            }
        }

        /// <summary>A file made now has the same, row by row, in its tables and its views. What vanished is pruned before, because a new copy never had it.</summary>
        private async Task IsTheSameAsAFile()
        {
            _kombo.Asked = null;
            _copy.Target.Committing = null;
            await _copy.Run(CopyOfKombo.Options(prune: true));
            using var file = new CopyOfKombo(_kombo);
            await file.Run(CopyOfKombo.Options(prune: true));
            var rows = file.Contents();
            Assert.Contains(rows, row => row.StartsWith("hris_employees_named: ", StringComparison.Ordinal));
            Assert.Equal(rows, _copy.Contents());
        }

        private async Task Run(SyncOptions options)
        {
            if (await IsKilled(options))
            {
                WasKilled = true;
                _copy.AssertNotAhead(_prune);
                Assert.False(await IsKilled(options));
            }
        }

        private async Task<bool> IsKilled(SyncOptions options)
        {
            using var stop = new CancellationTokenSource();
            _stop = stop;
            var isLeft = false;
            try
            {
                await _copy.Run(options, _ => !(isLeft = ++Events == LeaveAt), stop);
                return isLeft;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return true;
            }
            catch (KilledException)
            {
                return true;
            }
        }

        private void Asked()
        {
            Requests++;
            if (Requests % 3 == 0 && _later.TryDequeue(out var change))
            {
                change();
            }

            if (Requests == CancelAt)
            {
                _stop!.Cancel();
            }
        }

        private CopyOfKombo Use(CopyOfKombo copy)
        {
            _copies.Add(copy);
            copy.Target.Committing = _ =>
            {
                if (++Commits == KillAt)
                {
                    _copy = Use(copy.Image());
                    throw new KilledException();
                }
            };
            return copy;
        }
    }
}

/// <summary>Over files.</summary>
public sealed class SqliteKillTests : KillTests
{
    private protected override int Step => 3;

    private protected override CopyOfKombo New(ChangingKombo kombo) => new(kombo);
}

/// <summary>Over PostgreSQL, which rolls back what is not committed when a connection ends, however it ends.</summary>
[Collection(nameof(PostgresFixture))]
public sealed class PostgresKillTests(PostgresFixture postgres) : KillTests
{
    private protected override int Step => 9;

    private protected override CopyOfKombo New(ChangingKombo kombo) => new(kombo, postgres);
}
