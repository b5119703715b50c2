using Kombo.Database;
using Kombo.Json;
using Npgsql;

namespace Kombo.Tests;

/// <summary>What goes wrong with pages, and what others do to tables: the same in both kinds of database.</summary>
public abstract class TableFaultTests
{
    protected const string Employees = "hris/employees";

    [Fact]
    public async Task A_page_that_fails_after_ten_good_ones_is_where_the_next_run_goes_on()
    {
        var kombo = new ChangingKombo();
        for (var number = 10; number < 40; number++)
        {
            kombo.Put(Employees, $"E{number}", $"\"last_name\":\"{number}\"");
        }

        using var copy = New(kombo);
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
        using var copy = New(SyncTests.Company());
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
        using var copy = New(SyncTests.Company());
        copy.Kombo.Fault = request => request.RequestUri!.Query.Contains("cursor=", StringComparison.Ordinal) ? ChangingKombo.Error(400, "PLATFORM.INPUT_INVALID") : null;
        var failed = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((SyncStatus.Failed, "PLATFORM.INPUT_INVALID"), (failed.Status, failed.Error?.Code));
        Assert.Null(copy.Watermark(CopyOfKombo.Employee));
        Assert.Equal(4, copy.Kombo.Lists.Count);
    }

    [Fact]
    public async Task Two_runs_at_once_do_not_get_in_each_others_way()
    {
        using var copy = New(SyncTests.Company());
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
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        using var copy = New(SyncTests.Company());
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
        using var copy = New(SyncTests.Company());
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
        using var copy = New(SyncTests.Company());
        await copy.Run();
        copy.DropViews();
        foreach (var name in new[] { "weekly_hours", "nationality", "date_of_birth", "custom_fields", "gender" })
        {
            copy.Sql($"alter table hris_employees drop column {name}");
        }

        copy.Sql("""
            update hris_employees set additional_data = '{"weekly_hours":38.5,"nationality":"DE","date_of_birth":"2000-02-29","custom_fields":{"a":[1,2.50]},"gender":{"not":"text"},"other":1}' where id = 'E1'
            """);
        copy.Kombo.Fault = request => request.RequestUri!.AbsolutePath.Contains("hris", StringComparison.Ordinal) ? ChangingKombo.Error(500, null) : null;
        Assert.Equal(SyncStatus.Failed, (await copy.Summary(CopyOfKombo.Employee)).Status);
        Assert.Equal([[38.5, "DE", "2000-02-29", null]], copy.Sql("select weekly_hours, nationality, date_of_birth, gender from hris_employees where id = 'E1'"));
        copy.AssertJson("""{"a":[1,2.50]}""", "select custom_fields from hris_employees where id = 'E1'");
        copy.AssertJson("""{"gender":{"not":"text"},"other":1}""", "select additional_data from hris_employees where id = 'E1'");

        // What other rows have there comes with the next run, which reads everything.
        copy.Kombo.Fault = null;
        Assert.True((await copy.Summary(CopyOfKombo.Employee)).IsFull);
        copy.AssertCurrent(models: CopyOfKombo.Employee);
        Assert.NotEmpty(copy.Sql("select * from hris_employees_named"));
    }

    [Fact]
    public async Task A_column_that_was_added_by_hand_stays_and_keeps_its_values()
    {
        using var copy = New(SyncTests.Company());
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
        using var copy = New(SyncTests.Company());
        await copy.Run();
        copy.Sql(copy.IsFile
            ? "create trigger no_more before insert on hris_employees begin select raise(abort, 'No.'); end"
            : "alter table hris_employees add constraint no_more check (first_name <> 'Zoe')");
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Zoe\"");
        copy.Kombo.Put("hris/groups", "G1", "\"name\":\"Uno\"");
        var watermark = copy.Watermark(CopyOfKombo.Employee);
        var summaries = await copy.Summaries();
        Assert.Equal((SyncStatus.Failed, DatabaseFailure.ChangedTable), (summaries[0].Status, summaries[0].DatabaseError?.Failure));
        Assert.Equal(SyncStatus.Done, summaries[1].Status);
        Assert.Equal(watermark, copy.Watermark(CopyOfKombo.Employee));
        copy.Sql(copy.IsFile ? "drop trigger no_more" : "alter table hris_employees drop constraint no_more");
        await copy.Run();
        copy.AssertCurrent();
    }

    [Fact]
    public async Task Rows_that_were_changed_by_hand_are_mended_by_a_full_run()
    {
        using var copy = New(SyncTests.Company());
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
        using var copy = New(SyncTests.Company());
        await copy.Run();
        var views = copy.Names("view");
        copy.DropViews();
        Assert.Empty(copy.Names("view"));
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Group]));
        Assert.Equal(views, copy.Names("view"));
    }

    [Fact]
    public async Task A_table_that_was_dropped_is_filled_anew_for_every_integration()
    {
        using var copy = New(SyncTests.Company());
        copy.Kombo.Put(Employees, "X1", "\"first_name\":\"Other\"", "workday:2");
        var other = CopyOfKombo.Options([CopyOfKombo.Employee], integration: "workday:2");
        await copy.Run();
        await copy.Run(other);
        copy.DropViews();
        copy.Sql("drop table hris_employees");
        Assert.True((await copy.Summary(CopyOfKombo.Employee)).IsFull);
        var second = await copy.Summary(CopyOfKombo.Employee, other);
        Assert.Equal((true, 1L), (second.IsFull, second.Inserted));
        Assert.Equal([["Other"]], copy.Sql("select first_name from hris_employees where integration_id = 'workday:2'"));
        copy.AssertCurrent();
        copy.AssertAtRest();
    }

    [Fact]
    public async Task A_column_that_was_dropped_by_hand_comes_back_with_its_values()
    {
        using var copy = New(SyncTests.Company());
        await copy.Run();
        copy.DropViews();
        copy.Sql("alter table hris_employees drop column last_name");
        copy.Sql("alter table hris_employees drop column work_location_name");
        copy.Sql("drop index hris_employees_by_manager_id");
        Assert.True((await copy.Summaries())[0].IsFull);
        copy.AssertCurrent();
        using var fresh = New(copy.Kombo);
        await fresh.Run();
        Assert.Equal(fresh.Names("view"), copy.Names("view"));
        Assert.Equal(fresh.Names("index"), copy.Names("index"));
        Assert.Equal(5, copy.Sql("select last_name, work_location_name from hris_employees_named").Count);
    }

    [Fact]
    public async Task A_table_without_its_key_says_so()
    {
        using var copy = New(SyncTests.Company());
        await copy.Run();
        copy.DropViews();
        copy.Sql("drop table hris_employees");
        copy.Sql("create table hris_employees (name text)");
        var summaries = await copy.Summaries();
        Assert.Equal((SyncStatus.Failed, DatabaseFailure.ChangedTable), (summaries[0].Status, summaries[0].DatabaseError?.Failure));
        Assert.Equal(SyncStatus.Done, summaries[1].Status);
    }

    private protected abstract CopyOfKombo New(ChangingKombo kombo);
}

/// <summary>The same in a file.</summary>
public sealed class SqliteTableFaultTests : TableFaultTests
{
    private protected override CopyOfKombo New(ChangingKombo kombo) => new(kombo);
}

/// <summary>The same in PostgreSQL, and what only that has: connections that break.</summary>
[Collection(nameof(PostgresFixture))]
public sealed class PostgresTableFaultTests(PostgresFixture postgres) : TableFaultTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_connection_that_breaks_ends_the_run_and_the_next_one_goes_on(bool worker, bool locker)
    {
        // At an event, only the connection that holds the lock has an open transaction.
        var which = worker && locker ? "true" : worker ? "state <> 'idle in transaction'" : "state = 'idle in transaction'";
        for (var point = 1; point <= 5; point += 2) // A page, the last page of a model, and the last one at all.
        {
            using var copy = New(SyncTests.Company());
            var (events, broken) = (0, 0L);
            var schema = copy.Value("select current_schema()::text");
            var failure = await Assert.ThrowsAsync<KomboDatabaseException>(() => copy.Run(null, _ =>
            {
                if (++events == point)
                {
                    broken = (long)copy.Value($"select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where application_name = '{schema}' and pid <> pg_backend_pid() and {which}")!;
                }

                return true;
            }));
            Assert.Equal(worker && locker ? 2L : 1L, broken);
            Assert.Equal((DatabaseFailure.Unreachable, "Kombo.DatabaseUnreachable"), (failure.Failure, failure.ErrorId));
            copy.AssertNotAhead();
            copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Meanwhile\"");
            Assert.All(await copy.Summaries(), summary => Assert.Equal(SyncStatus.Done, summary.Status));
            copy.AssertCurrent();
            copy.AssertAtRest();
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_says_so()
    {
        using var copy = New(SyncTests.Company());
        using var client = new KomboClient(new KomboClientOptions { ApiKey = CopyOfKombo.Key, Handler = copy.Kombo });
        var settings = new NpgsqlConnectionStringBuilder(copy.Target.ConnectionString) { Port = 1, Password = "S3cret" };
        var run = new DatabaseSync(client, DatabaseTarget.Postgres(settings.ToString()), CopyOfKombo.Options()).Start(null, TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<KomboDatabaseException>(() => run.NextAsync());
        await run.EndAsync();
        Assert.Equal(DatabaseFailure.Unreachable, failure.Failure);
        Assert.DoesNotContain("S3cret", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(copy.Kombo.Requests);
    }

    private protected override CopyOfKombo New(ChangingKombo kombo) => new(kombo, postgres);
}
