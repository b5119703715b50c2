using System.Data.Common;
using Kombo.Database;

namespace Kombo.Tests;

/// <summary>What can go wrong on the server and in the file: what is in the database stays right, and the next run makes up for it.</summary>
public sealed class DatabaseFaultTests
{
    private const string Employees = "hris/employees";

    [Fact]
    public async Task Without_a_date_the_local_clock_counts_with_a_margin()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Date = () => null;
        var time = new FakeTime();
        await copy.Run(CopyOfKombo.Options(time: time));
        Assert.Equal(time.GetUtcNow().UtcDateTime.AddMinutes(-10), copy.Watermark(CopyOfKombo.Employee));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(240)]
    [InlineData(-240)]
    [InlineData(8000)]
    [InlineData(-8000)]
    public async Task A_clock_that_jumps_loses_nothing(int minutes)
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Kombo.Now = copy.Kombo.Now.AddHours(10);
        copy.Kombo.Date = () => copy.Kombo.Now.AddMinutes(minutes);
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"While it was wrong\"");
        await copy.Run();
        copy.AssertCurrent();
        copy.Kombo.Date = null;
        copy.Kombo.Now = copy.Kombo.Now.AddMinutes(1);
        copy.Kombo.Put(Employees, "E2", "\"first_name\":\"When it was right\"");
        await copy.Run();
        copy.AssertCurrent();
        Assert.True(copy.Watermark(CopyOfKombo.Employee) <= copy.Kombo.Now);
    }

    [Fact]
    public async Task A_full_disk_says_so_and_the_next_run_goes_on()
    {
        var kombo = new ChangingKombo();
        for (var number = 100; number < 180; number++)
        {
            kombo.Put(Employees, $"E{number}", $"\"last_name\":\"{new string('x', 2000)}\"");
        }

        using var copy = new CopyOfKombo(kombo);
        copy.Target.Opened = connection => Execute(connection, "pragma max_page_count = 70");
        var failure = await copy.Failure(CopyOfKombo.Options([CopyOfKombo.Employee], pageSize: 10));
        Assert.Equal((DatabaseFailure.Full, "Kombo.DatabaseFull", "13"), (failure.Failure, failure.ErrorId, failure.DatabaseCode));
        Assert.Equal("ok", copy.Value("pragma integrity_check"));
        Assert.Null(copy.Watermark(CopyOfKombo.Employee));
        var kept = (long)copy.Value("select count(*) from hris_employees")!;
        Assert.True(kept is > 0 and < 80 && kept % 10 == 0, $"{kept} rows.");
        copy.Target.Opened = null;
        var done = await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], pageSize: 10));
        Assert.Equal((true, 80 - kept), (done.IsResumed, done.Inserted));
        copy.AssertCurrent(models: CopyOfKombo.Employee);
        copy.AssertAtRest();
    }

    [Fact]
    public async Task A_database_that_another_program_has_locked_says_so()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Zoe\"");
        using (var other = copy.Connect())
        {
            Execute(other, "begin exclusive");
            var failure = await copy.Failure();
            Assert.Equal((DatabaseFailure.Locked, "Kombo.DatabaseLocked"), (failure.Failure, failure.ErrorId));
        }

        await copy.Run();
        copy.AssertCurrent();
    }

    [Fact]
    public async Task A_database_that_is_locked_between_two_pages_says_so_and_keeps_the_first()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Group]));
        DbConnection? other = null;
        try
        {
            var failure = await Assert.ThrowsAsync<KomboDatabaseException>(() => copy.Run(null, happened =>
            {
                if (other is null && happened is SyncProgress)
                {
                    other = copy.Connect();
                    Execute(other, "begin immediate");
                }

                return true;
            }));
            Assert.Equal(DatabaseFailure.Locked, failure.Failure);
        }
        finally
        {
            other?.Dispose();
        }

        Assert.Equal(2L, copy.Value("select count(*) from hris_employees"));
        Assert.True((await copy.Summaries())[0].IsResumed);
        copy.AssertCurrent();
        copy.AssertAtRest();
    }

    [Fact]
    public async Task A_reader_does_not_hold_a_run_up()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Group]));
        DbConnection? reader = null;
        try
        {
            var events = await copy.Run(null, _ =>
            {
                if (reader is null)
                {
                    reader = copy.Connect();
                    Execute(reader, "begin; select count(*) from hris_groups");
                }

                return true;
            });
            Assert.All(events.OfType<SyncSummary>(), summary => Assert.Equal(SyncStatus.Done, summary.Status));
        }
        finally
        {
            reader?.Dispose();
        }

        copy.AssertCurrent();
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_says_so()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Zoe\"");
        copy.Target.Opened = connection => Execute(connection, "pragma query_only = on");
        Assert.Equal(DatabaseFailure.ReadOnly, (await copy.Failure()).Failure);
        copy.Target.Opened = null;
        await copy.Run();
        copy.AssertCurrent();
    }

    [Fact]
    public async Task What_is_no_database_is_left_alone()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        var text = string.Concat(Enumerable.Repeat("id,first_name\nE1,Ann\n", 500));
        File.WriteAllText(copy.Path, text);
        Assert.Equal(DatabaseFailure.NotADatabase, (await copy.Failure()).Failure);
        Assert.Equal(text, File.ReadAllText(copy.Path));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_and_one_in_place_of_a_file_are_named()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        Directory.CreateDirectory(copy.Path);
        var failure = await copy.Failure();
        Assert.Equal(DatabaseFailure.AccessDenied, failure.Failure);
        Assert.Contains("hr.db", failure.Message, StringComparison.Ordinal);
        Directory.Delete(copy.Path);
        using var client = new KomboClient(new KomboClientOptions { ApiKey = CopyOfKombo.Key, Handler = copy.Kombo });
        var target = DatabaseTarget.File(Path.Combine(copy.Folder, "none", "hr.db"));
        var missing = await Assert.ThrowsAsync<KomboDatabaseException>(async () =>
        {
            await foreach (var _ in new DatabaseSync(client, target, CopyOfKombo.Options()).RunAsync(null, TestContext.Current.CancellationToken))
            {
            }
        });
        Assert.Equal(DatabaseFailure.AccessDenied, missing.Failure);
    }

    [Fact]
    public async Task A_server_that_is_down_for_good_is_asked_once()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        var before = copy.Dump();
        copy.Kombo.ForgetRequests();
        copy.Kombo.Fault = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
        Assert.All(await copy.Summaries(), summary => Assert.Equal((SyncStatus.Failed, KomboFailure.Unreachable), (summary.Status, summary.Error?.Failure)));
        Assert.Single(copy.Kombo.Requests);
        Assert.Equal(before, copy.Dump());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_answers_nothing_right_any_more_is_not_asked_for_every_model(bool breaks)
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = _ => breaks ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended.") : ChangingKombo.Error(502, null);
        var summaries = await copy.Summaries(new SyncOptions { IntegrationId = ChangingKombo.Integration });
        Assert.Equal(SyncModel.All.Count, summaries.Count);
        Assert.All(summaries, summary => Assert.Equal(SyncStatus.Failed, summary.Status));
        Assert.Equal(3, copy.Kombo.Requests.Count); // The integration, the first model, and the integration again.
    }

    [Fact]
    public async Task A_list_that_the_server_cannot_cope_with_stops_no_other()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = request => request.RequestUri!.AbsolutePath.Contains("employees", StringComparison.Ordinal) ? ChangingKombo.Error(504, null) : null;
        Assert.Equal([SyncStatus.Failed, SyncStatus.Done], (await copy.Summaries()).Select(summary => summary.Status));
        copy.AssertCurrent(models: CopyOfKombo.Group);
    }

    [Theory]
    [InlineData("INTEGRATION.PERMISSION_MISSING")]
    [InlineData("INTEGRATION.MODEL_NOT_AVAILABLE")]
    [InlineData("INTEGRATION.MODEL_DISABLED")]
    public async Task A_model_that_is_not_offered_is_skipped(string code)
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = request => request.RequestUri!.AbsolutePath.Contains("employees", StringComparison.Ordinal) ? ChangingKombo.Error(403, code) : null;
        var summaries = await copy.Summaries();
        Assert.Equal((SyncStatus.Skipped, code), (summaries[0].Status, summaries[0].Error?.Code));
        Assert.Equal(SyncStatus.Done, summaries[1].Status);
        Assert.Equal(2, copy.Kombo.Lists.Count);
        copy.AssertCurrent(models: CopyOfKombo.Group);
    }

    [Fact]
    public async Task A_pending_first_sync_is_said_without_Wait_and_asked_for_once()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = Pending;
        Assert.All(await copy.Summaries(), summary => Assert.Equal((SyncStatus.Pending, "INTEGRATION.SETUP_SYNC_PENDING"), (summary.Status, summary.Error?.Code)));
        Assert.Single(copy.Kombo.Lists);
    }

    [Fact]
    public async Task A_pending_first_sync_is_waited_for()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = request => copy.Kombo.Lists.Count < 6 ? Pending(request) : null;
        var time = new HastyTime();
        var events = await copy.Run(CopyOfKombo.Options(wait: TimeSpan.MaxValue, time: time));
        var waits = events.OfType<SyncProgress>().Where(progress => progress.Waiting is not null).Select(progress => progress.Waiting!.Value).ToList();
        Assert.Equal(5, waits.Count);
        Assert.Equal(TimeSpan.FromSeconds(5), waits[0]);
        Assert.Equal(waits.Order(), waits);
        copy.AssertCurrent();

        // The watermark is the time before the request that was answered.
        copy.AssertNotAhead();
    }

    [Fact]
    public async Task A_wait_for_the_first_sync_ends_in_time()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = Pending;
        var time = new HastyTime();
        var summaries = await copy.Summaries(CopyOfKombo.Options(wait: TimeSpan.FromMinutes(2), time: time));
        Assert.All(summaries, summary => Assert.Equal(SyncStatus.Pending, summary.Status));
        Assert.Equal(TimeSpan.FromMinutes(2), time.Elapsed);
    }

    [Fact]
    public async Task A_null_in_place_of_a_row_is_no_row()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = request => request.RequestUri!.AbsolutePath.Contains("employees", StringComparison.Ordinal)
            ? new HttpResponseMessage { Content = new StringContent(Given.Success("""{"next":null,"results":[null,{"id":"E1"},{"id":"E1","first_name":"Later"}]}"""), null, "application/json") }
            : null;
        var summary = await copy.Summary(CopyOfKombo.Employee);
        Assert.NotEqual(SyncStatus.Done, summary.Status);
        Assert.Equal(KomboFailure.UnexpectedResponse, summary.Error?.Failure);
        Assert.Null(copy.Watermark(CopyOfKombo.Employee));
    }

    [Fact]
    public async Task No_failure_names_a_secret()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = request => ChangingKombo.Error(401, $"PLATFORM.AUTHENTICATION_INVALID {request.Headers.Authorization}");
        var failures = (await copy.Summaries()).Select(summary => summary.Error!.ToString());
        Assert.All(failures, failure => Assert.DoesNotContain("S3cret", failure, StringComparison.Ordinal));
        File.WriteAllText(copy.Path, "not a database, not a database");
        Assert.DoesNotContain("S3cret", (await copy.Failure()).ToString(), StringComparison.Ordinal);
    }

    private static HttpResponseMessage? Pending(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("hris", StringComparison.Ordinal) ? ChangingKombo.Error(503, "INTEGRATION.SETUP_SYNC_PENDING") : null;

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
