using Kombo.Database;
using Kombo.Json;
using Microsoft.Data.Sqlite;

namespace Kombo.Tests;

/// <summary>What can go wrong on the server and in the file: what is in the database stays right, and the next run makes up for it.</summary>
public sealed class DatabaseFaultTests
{
    private const string Employees = "hris/employees";

    [Fact]
    public async Task A_page_that_fails_after_ten_good_ones_is_where_the_next_run_goes_on()
    {
        var kombo = new ChangingKombo();
        for (var number = 10; number < 40; number++)
        {
            kombo.Put(Employees, $"E{number}", $"\"last_name\":\"{number}\"");
        }

        using var copy = new CopyOfKombo(kombo);
        kombo.Fault = request => request.RequestUri!.Query.Contains("cursor=E29", StringComparison.Ordinal) ? ChangingKombo.Error(500, null) : null;
        var failed = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((SyncStatus.Failed, 20L, 10, null, 500), (failed.Status, failed.Read, failed.Pages, failed.Until, failed.Error?.StatusCode));
        Assert.Null(copy.Watermark(CopyOfKombo.Employee));
        Assert.Equal(20L, copy.Value("select count(*) from hris_employees"));
        kombo.Fault = null;
        kombo.ForgetRequests();
        var done = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((SyncStatus.Done, true, 10L), (done.Status, done.IsResumed, done.Inserted));
        Assert.Contains("cursor=E29", kombo.Lists[0], StringComparison.Ordinal);
        copy.AssertCurrent(models: CopyOfKombo.Employee);
        copy.AssertAtRest();
    }

    [Theory]
    [InlineData(400, "PLATFORM.INPUT_INVALID")]
    [InlineData(400, null)]
    [InlineData(404, null)]
    [InlineData(410, null)]
    public async Task A_cursor_that_the_server_no_longer_takes_starts_again_from_the_watermark(int status, string? code)
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        var watermark = copy.Watermark(CopyOfKombo.Employee);
        for (var number = 1; number <= 5; number++)
        {
            copy.Kombo.Put(Employees, $"E{number}", "\"first_name\":\"New\"");
        }

        copy.Kombo.Fault = request => request.RequestUri!.Query.Contains("cursor=E2", StringComparison.Ordinal) ? ChangingKombo.Error(500, null) : null;
        Assert.Equal(SyncStatus.Failed, (await copy.Summary(CopyOfKombo.Employee)).Status);
        Assert.Equal(watermark, copy.Watermark(CopyOfKombo.Employee));
        var isRefused = false;
        copy.Kombo.Fault = request =>
        {
            var refuses = !isRefused && request.RequestUri!.Query.Contains("cursor=", StringComparison.Ordinal);
            isRefused |= refuses;
            return refuses ? ChangingKombo.Error(status, code) : null;
        };
        copy.Kombo.ForgetRequests();
        var done = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((SyncStatus.Done, false, watermark), (done.Status, done.IsFull, done.From));
        Assert.Equal(KomboTime.FormatInstant(watermark!.Value), Uri.UnescapeDataString(copy.Kombo.Lists[1].Split("updated_after=")[1]));
        copy.AssertCurrent(models: CopyOfKombo.Employee);
        copy.AssertAtRest();
    }

    [Fact]
    public async Task A_server_that_takes_no_cursor_at_all_ends_the_run_and_moves_no_watermark()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Fault = request => request.RequestUri!.Query.Contains("cursor=", StringComparison.Ordinal) ? ChangingKombo.Error(400, "PLATFORM.INPUT_INVALID") : null;
        var failed = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((SyncStatus.Failed, "PLATFORM.INPUT_INVALID"), (failed.Status, failed.Error?.Code));
        Assert.Null(copy.Watermark(CopyOfKombo.Employee));
        Assert.Equal(4, copy.Kombo.Lists.Count);
    }

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
        copy.Target.Opened = connection => Execute((SqliteConnection)connection, "pragma max_page_count = 70");
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
        SqliteConnection? other = null;
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
        SqliteConnection? reader = null;
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
    public async Task Two_runs_at_once_do_not_get_in_each_others_way()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        KomboDatabaseException? second = null;
        await copy.Run(null, _ =>
        {
            second ??= Assert.ThrowsAsync<KomboDatabaseException>(() => copy.Run()).GetAwaiter().GetResult();
            return true;
        });
        Assert.Equal((DatabaseFailure.InUse, "Kombo.DatabaseInUse"), (second?.Failure, second?.ErrorId));
        copy.AssertCurrent();
        await copy.Run();
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_says_so()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Zoe\"");
        copy.Target.Opened = connection => Execute((SqliteConnection)connection, "pragma query_only = on");
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
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Sql("insert into kombo_schema (version) values (99)");
        var before = copy.Dump();
        var failure = await copy.Failure();
        Assert.Equal(DatabaseFailure.NewerSchema, failure.Failure);
        Assert.Contains("99", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, copy.Dump());
    }

    [Fact]
    public async Task An_older_database_becomes_one_of_this_version()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Sql("update kombo_schema set version = 0");
        copy.Sql("drop table kombo_views");
        copy.Sql("update kombo_models set run_cursor = 'of another request', run_until = watermark");
        copy.Kombo.ForgetRequests();
        await copy.Run();
        Assert.DoesNotContain(copy.Kombo.Lists, request => request.Contains("cursor", StringComparison.Ordinal));
        Assert.Equal([[1L]], copy.Sql("select version from kombo_schema"));
        copy.AssertCurrent();
        copy.AssertAtRest();
    }

    [Fact]
    public async Task A_member_that_became_a_column_moves_there_without_being_read_again()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        DropViews(copy);
        foreach (var name in new[] { "weekly_hours", "nationality", "date_of_birth", "custom_fields", "gender" })
        {
            copy.Sql($"alter table hris_employees drop column {name}");
        }

        copy.Sql("""
            update hris_employees set additional_data = '{"weekly_hours":38.5,"nationality":"DE","date_of_birth":"2000-02-29","custom_fields":{"a":[1,2.50]},"gender":{"not":"text"},"other":1}' where id = 'E1'
            """);
        copy.Kombo.Fault = request => request.RequestUri!.AbsolutePath.Contains("hris", StringComparison.Ordinal) ? ChangingKombo.Error(500, null) : null;
        Assert.Equal(SyncStatus.Failed, (await copy.Summary(CopyOfKombo.Employee)).Status);
        Assert.Equal(
            [[38.5, "DE", "2000-02-29", """{"a":[1,2.50]}""", null, """{"gender":{"not":"text"},"other":1}"""]],
            copy.Sql("select weekly_hours, nationality, date_of_birth, custom_fields, gender, additional_data from hris_employees where id = 'E1'"));

        // What other rows have there comes with the next run, which reads everything.
        copy.Kombo.Fault = null;
        Assert.True((await copy.Summary(CopyOfKombo.Employee)).IsFull);
        copy.AssertCurrent(models: CopyOfKombo.Employee);
        Assert.NotEmpty(copy.Sql("select * from hris_employees_named"));
    }

    [Fact]
    public async Task A_column_that_was_dropped_by_hand_comes_back_with_its_values()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        DropViews(copy);
        copy.Sql("alter table hris_employees drop column last_name");
        copy.Sql("alter table hris_employees drop column work_location_name");
        copy.Sql("drop index hris_employees_by_manager_id");
        Assert.True((await copy.Summaries())[0].IsFull);
        copy.AssertCurrent();
        using var fresh = new CopyOfKombo(copy.Kombo);
        await fresh.Run();
        Assert.Equal(Names(fresh, "type in ('view', 'index')"), Names(copy, "type in ('view', 'index')"));
        Assert.Equal(5, copy.Sql("select last_name, work_location_name from hris_employees_named").Count);
    }

    [Fact]
    public async Task A_column_that_was_added_by_hand_stays_and_keeps_its_values()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Sql("alter table hris_employees add column my_note text");
        copy.Sql("update hris_employees set my_note = 'mine' where id = 'E1'");
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Zoe\"");
        await copy.Run();
        Assert.Equal([["Zoe", "mine"]], copy.Sql("select first_name, my_note from hris_employees where id = 'E1'"));
        Assert.Equal([["mine"]], copy.Sql("select my_note from hris_employees_named where id = 'E1'"));
        copy.AssertCurrent();
    }

    [Fact]
    public async Task A_column_that_takes_no_rows_fails_its_model_only()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Sql("create trigger no_more before insert on hris_employees begin select raise(abort, 'No.'); end");
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Zoe\"");
        copy.Kombo.Put("hris/groups", "G1", "\"name\":\"Uno\"");
        var watermark = copy.Watermark(CopyOfKombo.Employee);
        var summaries = await copy.Summaries();
        Assert.Equal((SyncStatus.Failed, DatabaseFailure.ChangedTable), (summaries[0].Status, summaries[0].DatabaseError?.Failure));
        Assert.Equal(SyncStatus.Done, summaries[1].Status);
        Assert.Equal(watermark, copy.Watermark(CopyOfKombo.Employee));
        copy.Sql("drop trigger no_more");
        await copy.Run();
        copy.AssertCurrent();
    }

    [Fact]
    public async Task Rows_that_were_changed_by_hand_are_mended_by_a_full_run()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        copy.Sql("update hris_employees set first_name = 'Wrong', additional_data = null where id = 'E1'");
        copy.Sql("delete from hris_employees where id = 'E2'");
        copy.Sql("insert into hris_employees (integration_id, id) values ('personio:1', 'Invented')");
        var summary = await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], full: true));
        Assert.Equal((1L, 1L, 1L), (summary.Inserted, summary.Updated, summary.Deleted));
        copy.AssertCurrent();
    }

    [Fact]
    public async Task Views_that_were_dropped_come_back()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        var views = Names(copy, "type = 'view'");
        DropViews(copy);
        Assert.Empty(Names(copy, "type = 'view'"));
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Group]));
        Assert.Equal(views, Names(copy, "type = 'view'"));
    }

    [Fact]
    public async Task A_table_that_was_dropped_is_filled_anew_for_every_integration()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        copy.Kombo.Put(Employees, "X1", "\"first_name\":\"Other\"", "workday:2");
        var other = CopyOfKombo.Options([CopyOfKombo.Employee], integration: "workday:2");
        await copy.Run();
        await copy.Run(other);
        DropViews(copy);
        copy.Sql("drop table hris_employees");
        Assert.True((await copy.Summary(CopyOfKombo.Employee)).IsFull);
        var second = await copy.Summary(CopyOfKombo.Employee, other);
        Assert.Equal((true, 1L), (second.IsFull, second.Inserted));
        Assert.Equal([["Other"]], copy.Sql("select first_name from hris_employees where integration_id = 'workday:2'"));
        copy.AssertCurrent();
        copy.AssertAtRest();
    }

    [Fact]
    public async Task A_table_without_its_key_says_so()
    {
        using var copy = new CopyOfKombo(SyncTests.Company());
        await copy.Run();
        DropViews(copy);
        copy.Sql("drop table hris_employees");
        copy.Sql("create table hris_employees (name text)");
        var summaries = await copy.Summaries();
        Assert.Equal((SyncStatus.Failed, DatabaseFailure.ChangedTable), (summaries[0].Status, summaries[0].DatabaseError?.Failure));
        Assert.Equal(SyncStatus.Done, summaries[1].Status);
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

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void DropViews(CopyOfKombo copy) => copy.Sql("select name from sqlite_master where type = 'view'").ForEach(row => copy.Sql($"drop view {row[0]}"));

    private static List<string> Names(CopyOfKombo copy, string which) => copy.Sql($"select name from sqlite_master where {which} order by 1").ConvertAll(row => (string)row[0]!);
}
