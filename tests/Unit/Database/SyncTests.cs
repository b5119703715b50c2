using Kombo.Database;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>What runs of a sync read and keep when nothing goes wrong.</summary>
public abstract class SyncTests
{
    protected const string Employees = "hris/employees";
    private const string Groups = "hris/groups";

    [Fact]
    public async Task The_first_run_reads_everything()
    {
        using var copy = New(Company());
        var summaries = await copy.Summaries();
        Assert.Equal([CopyOfKombo.Employee, CopyOfKombo.Group], summaries.Select(summary => summary.Model));
        var employees = summaries[0];
        Assert.Equal((SyncStatus.Done, 5L, 5L, 0L, 0L, 0L, 3), (employees.Status, employees.Read, employees.Inserted, employees.Updated, employees.Deleted, employees.Unchanged, employees.Pages));
        Assert.True(employees.IsFull);
        Assert.Null(employees.From);
        Assert.Equal(copy.Watermark(CopyOfKombo.Employee), employees.Until);
        copy.AssertCurrent();
        copy.AssertAtRest();
        Assert.Equal(["hris/employees?page_size=2&include_deleted=true", "hris/employees?page_size=2&include_deleted=true&cursor=E2", "hris/employees?page_size=2&include_deleted=true&cursor=E4", "hris/groups?page_size=2&include_deleted=true"], copy.Kombo.Lists);
    }

    [Fact]
    public async Task The_watermark_is_the_time_before_the_first_request()
    {
        using var copy = New(Company());
        var before = copy.Kombo.Now.AddSeconds(1); // The look at the integration is answered then.
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee]));
        Assert.Equal(before, copy.Watermark(CopyOfKombo.Employee));
    }

    [Fact]
    public async Task A_second_run_without_changes_takes_one_request_a_model_and_one_for_the_integration()
    {
        using var copy = New(Company());
        await copy.Run();
        var watermark = copy.Watermark(CopyOfKombo.Employee);
        copy.Kombo.Now = copy.Kombo.Now.AddHours(3);
        copy.Kombo.ForgetRequests();
        var before = copy.Dump(withState: false);
        var summaries = await copy.Summaries();
        Assert.Equal(3, copy.Kombo.Requests.Count);
        Assert.All(summaries, summary => Assert.Equal((SyncStatus.Done, 0L, 1, false), (summary.Status, summary.Read, summary.Pages, summary.IsFull)));
        Assert.Equal(watermark, summaries[0].From);
        Assert.Equal(before, copy.Dump(withState: false));
    }

    [Fact]
    public async Task Only_what_changed_is_read_again()
    {
        using var copy = New(Company());
        await copy.Run();
        copy.Kombo.Now = copy.Kombo.Now.AddHours(3);
        copy.Kombo.Put(Employees, "E2", "\"first_name\":\"Zoe\"");
        copy.Kombo.Put(Employees, "E6", "\"first_name\":\"New\"");
        copy.Kombo.Delete(Employees, "E3");
        var employees = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((3L, 1L, 1L, 1L, 0L), (employees.Read, employees.Inserted, employees.Updated, employees.Deleted, employees.Unchanged));
        Assert.Equal("Zoe", copy.Value("select first_name from hris_employees where id = 'E2'"));
        Assert.Null(copy.Value("select last_name from hris_employees where id = 'E2'"));
        Assert.Equal("Ann", copy.Value("select first_name from hris_employees where id = 'E3'"));
        copy.AssertCurrent();
    }

    [Fact]
    public async Task What_is_read_twice_changes_nothing()
    {
        using var copy = New(Company());
        await copy.Run();
        var before = copy.Dump(withState: false);
        var summaries = await copy.Summaries(CopyOfKombo.Options(full: true, withChanges: true));
        Assert.Equal((5L, 0L, 0L, 0L, 5L), (summaries[0].Read, summaries[0].Inserted, summaries[0].Updated, summaries[0].Deleted, summaries[0].Unchanged));
        Assert.Equal(before, copy.Dump(withState: false));
    }

    [Fact]
    public async Task A_deleted_row_that_comes_back_is_there_again()
    {
        using var copy = New(Company());
        await copy.Run();
        copy.Kombo.Delete(Employees, "E1");
        Assert.Equal(SyncChangeKind.Removed, await OnlyChange(copy));
        Assert.NotNull(copy.Value("select remote_deleted_at from hris_employees where id = 'E1'"));
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Ann\"");
        Assert.Equal(SyncChangeKind.Added, await OnlyChange(copy));
        Assert.Null(copy.Value("select remote_deleted_at from hris_employees where id = 'E1'"));
        copy.Kombo.Put(Employees, "E1", "\"first_name\":\"Anna\"");
        Assert.Equal(SyncChangeKind.Changed, await OnlyChange(copy));
    }

    [Fact]
    public async Task A_tombstone_that_loses_its_fields_stays_deleted_and_is_not_deleted_again()
    {
        using var copy = New(Company());
        await copy.Run();
        copy.Kombo.Delete(Employees, "E1");
        await copy.Run();
        copy.Kombo.Put(Employees, "E1", "");
        copy.Kombo.Delete(Employees, "E1");
        var employees = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((0L, 1L, 0L), (employees.Inserted, employees.Updated, employees.Deleted));
        copy.AssertCurrent();
    }

    [Fact]
    public async Task A_full_run_marks_what_did_not_come_back()
    {
        using var copy = New(Company());
        await copy.Run();
        copy.Kombo.Vanish(Employees, "E4");
        var delta = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal(0L, delta.Deleted);
        var changes = (await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee], full: true, withChanges: true))).ToList();
        var summary = Assert.IsType<SyncSummary>(changes[^1]);
        Assert.Equal((4L, 1L, 4L, true), (summary.Read, summary.Deleted, summary.Unchanged, summary.IsFull));
        var removed = Assert.Single(changes.OfType<SyncChange>());
        Assert.Equal(("E4", SyncChangeKind.Removed), (removed.Id, removed.Kind));
        Assert.Equal("Ann", Assert.IsType<Employee>(removed.Object).FirstName);
        Assert.Equal(summary.Until, copy.Moment("select remote_deleted_at from hris_employees where id = 'E4'"));

        // It is marked once, and there again when it comes back as it was.
        Assert.Equal(0L, (await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], full: true))).Deleted);
        copy.Kombo.Put(Employees, "E4", Person("E4"));
        Assert.Equal(SyncChangeKind.Added, await OnlyChange(copy));
        copy.AssertCurrent();
    }

    [Fact]
    public async Task What_a_full_read_passes_over_is_asked_for_before_it_is_marked()
    {
        using var copy = New(Company());
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee]));
        copy.Kombo.Vanish(Employees, "E2");
        copy.Kombo.Put(Employees, "E4", "\"first_name\":\"Passed over\"");
        copy.Kombo.ForgetRequests();

        // A list by numbers of rows: when one goes from the first page while the second is asked for, the rows move.
        copy.Kombo.Fault = request => request.RequestUri!.Query.Contains("cursor=E3", StringComparison.Ordinal) ? copy.Kombo.Page(Employees, "E5") : null;
        var summary = await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], full: true));
        Assert.Equal((4L, 1L, 1L, 3L), (summary.Read, summary.Updated, summary.Deleted, summary.Unchanged));
        Assert.Equal("hris/employees?page_size=2&include_deleted=true&ids=E2,E4", Uri.UnescapeDataString(copy.Kombo.Lists[^1]));
        copy.Kombo.Fault = null;
        copy.AssertCurrent(models: CopyOfKombo.Employee);
        copy.AssertAtRest();
    }

    [Fact]
    public async Task What_is_gone_is_asked_for_by_a_hundred_and_marked_once_all_have_been_answered()
    {
        var kombo = Company();
        for (var number = 100; number < 350; number++)
        {
            kombo.Put(Employees, $"E{number}", "");
        }

        using var copy = New(kombo);
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee], pageSize: 250));
        for (var number = 100; number < 350; number++)
        {
            kombo.Vanish(Employees, $"E{number}");
        }

        var answered = 0;
        kombo.ForgetRequests();
        kombo.Fault = request => request.RequestUri!.Query.Contains("ids=", StringComparison.Ordinal) && ++answered == 3 ? ChangingKombo.Error(500, "PLATFORM.UNKNOWN_ERROR") : null;
        var options = CopyOfKombo.Options([CopyOfKombo.Employee], full: true, pageSize: 250);
        var failed = await copy.Summary(CopyOfKombo.Employee, options);
        Assert.Equal((SyncStatus.Failed, 0L), (failed.Status, failed.Deleted));
        Assert.Equal(0L, copy.Value("select count(*) from hris_employees where remote_deleted_at is not null"));
        kombo.Fault = null;
        kombo.ForgetRequests();
        Assert.Equal(250L, (await copy.Summary(CopyOfKombo.Employee, options)).Deleted);
        Assert.Equal(4, kombo.Lists.Count);
        copy.AssertAtRest();
    }

    [Fact]
    public async Task Everything_is_read_again_after_a_week_by_the_servers_clock()
    {
        using var copy = New(Company());
        var first = copy.Kombo.Now.AddSeconds(1);
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee]));
        copy.Kombo.Vanish(Employees, "E4");
        copy.Kombo.Now = first.AddDays(7).AddSeconds(-2); // The request adds one.
        Assert.False((await copy.Summary(CopyOfKombo.Employee)).IsFull);
        copy.Kombo.Now = first.AddDays(7);
        var due = await copy.Summary(CopyOfKombo.Employee);
        Assert.Equal((true, 1L), (due.IsFull, due.Deleted));
        Assert.False((await copy.Summary(CopyOfKombo.Employee)).IsFull);
    }

    [Fact]
    public async Task Pruning_takes_out_what_is_gone_and_never_lets_it_in()
    {
        using var copy = New(Company());
        copy.Kombo.Delete(Employees, "E1");
        await copy.Run();
        Assert.Equal(5L, copy.Value("select count(*) from hris_employees"));
        copy.Kombo.Delete(Employees, "E2");
        copy.Kombo.Vanish(Employees, "E3");
        var all = await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee], full: true, prune: true, withChanges: true));
        Assert.Equal(["E2", "E3"], all.OfType<SyncChange>().Select(change => change.Id));
        copy.AssertCurrent(isPruned: true, CopyOfKombo.Employee);
        Assert.Equal(2L, copy.Value("select count(*) from hris_employees"));
        copy.Kombo.Put(Employees, "E7", "");
        copy.Kombo.Delete(Employees, "E7");
        var summary = await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], prune: true));
        Assert.Equal((0L, 0L), (summary.Inserted, summary.Deleted));
        copy.AssertCurrent(isPruned: true, CopyOfKombo.Employee);
    }

    [Fact]
    public async Task Rows_that_change_while_they_are_read_are_read_again_by_the_next_run()
    {
        var kombo = Company();
        using var copy = New(kombo);
        kombo.Asked = number =>
        {
            switch (number)
            {
                case 3: // The first page is read already.
                    kombo.Put(Employees, "E1", "\"first_name\":\"Late\"");
                    kombo.Put(Employees, "E5", "\"first_name\":\"Early\"");
                    kombo.Put(Employees, "A1", "\"first_name\":\"Before\"");
                    break;
                case 5:
                    kombo.Delete(Employees, "E2");
                    break;
            }
        };
        await copy.Run();
        copy.AssertNotAhead();
        await copy.Run();
        copy.AssertCurrent();
    }

    [Fact]
    public async Task Values_become_columns_of_their_type()
    {
        var kombo = new ChangingKombo();
        kombo.Put(Employees, "E1", """
            "first_name":"A \"quoted\" name; drop table x--\u0000\ud83d\ude00","weekly_hours":38.5,"start_date":"2024-02-29T00:00:00.000Z","remote_created_at":"2024-01-01T10:00:00.123+02:00",
            "work_location_id":"L1","work_location":{"id":"L1","name":"Berlin","address":null},"groups":[{"id":"G1","name":"One"},{"id":"G2","name":"Two"}],"custom_fields":{"big":12345678901234567890,"Größe":"ü"},
            "brand_new":{"deep":[1,2.50]},"employment_status":"SOMETHING_NEW"
            """.ReplaceLineEndings(""));
        using var copy = New(kombo);
        await copy.Run();
        var zero = copy.IsFile ? '\0' : '\ufffd'; // The text of PostgreSQL has no such character.
        Assert.Equal($"A \"quoted\" name; drop table x--{zero}\ud83d\ude00", copy.Value("select first_name from hris_employees"));
        Assert.Equal(38.5, copy.Value("select weekly_hours from hris_employees"));
        Assert.Equal("2024-02-29", copy.Value("select start_date from hris_employees"));
        Assert.Equal("2024-01-01T08:00:00.123Z", copy.Value("select remote_created_at from hris_employees"));
        Assert.Equal("Berlin", copy.Value("select work_location_name from hris_employees"));
        copy.AssertJson("""{"big":12345678901234567890,"Größe":"ü"}""", "select custom_fields from hris_employees");
        copy.AssertJson("""{"brand_new":{"deep":[1,2.50]}}""", "select additional_data from hris_employees");
        Assert.Equal("SOMETHING_NEW", copy.Value("select employment_status from hris_employees"));
        Assert.Equal([["E1", 0L, "G1", "One"], ["E1", 1L, "G2", "Two"]], copy.Sql("select employee_id, position, id, name from hris_employees_groups order by position"));
    }

    [Fact]
    public async Task Values_that_a_column_cannot_hold_are_kept_beside_it()
    {
        var kombo = new ChangingKombo();
        kombo.Put(Employees, "E1", """
            "weekly_hours":"a lot","start_date":"soon","first_name":{"given":"Ann"},"work_location":"Berlin","groups":{"id":"G1"},"employments":[null,1,"x",[2]],"remote_created_at":17,"employee_number":12
            """.Trim());
        kombo.Put(Employees, "E2", "\"work_location\":" + Nested(2000) + ",\"custom_fields\":" + Nested(100) + ",\"employments\":" + Nested(1500));
        kombo.Put(Employees, "E3", "\"weekly_hours\":\"38.5\",\"first_name\":true");
        using var copy = New(kombo);
        Assert.All(await copy.Summaries(), summary => Assert.Equal((SyncStatus.Done, null), (summary.Status, summary.DatabaseError?.Message)));
        Assert.Equal([["12", null, null, null, "\"Berlin\""]], copy.Sql("select employee_number, weekly_hours, start_date, first_name, work_location from hris_employees where id = 'E1'"));
        copy.AssertJson("""{"weekly_hours":"a lot","start_date":"soon","first_name":{"given":"Ann"},"remote_created_at":17}""", "select additional_data from hris_employees where id = 'E1'");
        Assert.Equal(Nested(2000), copy.Value("select work_location from hris_employees where id = 'E2'"));
        Assert.Equal([[38.5, "true"]], copy.Sql("select weekly_hours, first_name from hris_employees where id = 'E3'"));

        // Views and computed columns stand what they find.
        Assert.Equal(3, copy.Sql("select * from hris_employees_named").Count);
        copy.Sql("select * from hris_employees_groups");
        copy.Sql("select * from hris_employees_employments");

        // A run that reads it again finds it as it was.
        var again = await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], full: true));
        Assert.Equal((3L, 3L), (again.Read, again.Unchanged));
    }

    [Fact]
    public async Task Several_integrations_share_a_file()
    {
        var kombo = Company();
        kombo.Put(Employees, "E1", "\"first_name\":\"Other\"", "workday:2");
        using var copy = New(kombo);
        await copy.Run();
        var second = await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], full: true, prune: true, integration: "workday:2"));
        Assert.Equal((1L, 0L), (second.Inserted, second.Deleted));
        Assert.Equal([["personio:1", "Ann"], ["workday:2", "Other"]], copy.Sql("select integration_id, first_name from hris_employees where id = 'E1' order by 1"));
        Assert.Equal(3L, copy.Value("select count(*) from kombo_models"));
        copy.AssertCurrent();
    }

    [Fact]
    public async Task Models_are_those_of_the_integrations_category()
    {
        using var copy = New(Company());
        copy.Kombo.Category = "LMS";
        var summaries = await copy.Summaries(new SyncOptions { IntegrationId = ChangingKombo.Integration });
        Assert.Equal(SyncModel.All.Where(model => model.Path.StartsWith("lms/", StringComparison.Ordinal)), summaries.Select(summary => summary.Model));
    }

    [Fact]
    public async Task A_key_that_may_not_see_the_integration_reads_all_the_same()
    {
        using var copy = New(Company());
        copy.Kombo.Category = null;
        Assert.All(await copy.Summaries(), summary => Assert.Equal(SyncStatus.Done, summary.Status));
        copy.AssertCurrent();
    }

    [Fact]
    public async Task The_plan_says_what_the_next_run_reads()
    {
        using var copy = New(Company());
        using var client = new KomboClient(new KomboClientOptions { ApiKey = CopyOfKombo.Key, Handler = copy.Kombo });
        var sync = new DatabaseSync(client, copy.Target, CopyOfKombo.Options(time: new FakeTime()));
        Assert.All(sync.Plan(), plan => Assert.Equal((null, true, false), (plan.From, plan.IsFull, plan.IsResumed)));
        Assert.False(copy.IsFile ? File.Exists(copy.Path) : copy.Names("table").Count > 0);
        await copy.Run();
        copy.Kombo.ForgetRequests();
        var before = copy.Dump();
        var full = new DatabaseSync(client, copy.Target, CopyOfKombo.Options(full: true, time: new FakeTime())).Plan()[0];
        Assert.Equal((null, true), (full.From, full.IsFull));
        Assert.Empty(copy.Kombo.Requests);
        Assert.Equal(before, copy.Dump());
    }

    internal static ChangingKombo Company()
    {
        var kombo = new ChangingKombo();
        for (var number = 1; number <= 5; number++)
        {
            kombo.Put(Employees, $"E{number}", Person($"E{number}"));
        }

        kombo.Put(Groups, "G1", "\"name\":\"One\"");
        kombo.Put(Groups, "G2", "\"name\":\"Two\",\"parent_id\":\"G1\"");
        return kombo;
    }

    protected static string Person(string id) => $$"""
        "first_name":"Ann","last_name":"{{id}}","weekly_hours":40,"start_date":"2020-01-31","groups":[{"id":"G1","name":"One"}],"unknown_yet":{"a":[1,null]},"manager_id":"E1"
        """.Trim();

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private protected abstract CopyOfKombo New(ChangingKombo kombo);

    private static async Task<SyncChangeKind> OnlyChange(CopyOfKombo copy) =>
        Assert.Single((await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee], withChanges: true))).OfType<SyncChange>()).Kind;
}

/// <summary>The same in a file, and what only a file has.</summary>
public sealed class SqliteSyncTests : SyncTests
{
    [Fact]
    public async Task Text_stays_what_it_is()
    {
        var kombo = new ChangingKombo();
        kombo.Put(Employees, "E1", "\"first_name\":\"\",\"last_name\":\"\\ud800x\",\"job_title\":\"\\u0000\",\"nationality\":\" \",\"custom_fields\":{\"half\":\"\\udc00\",\"none\":\"\"},\"groups\":[],\"weekly_hours\":0");
        using var copy = new CopyOfKombo(kombo);
        await copy.Run();
        Assert.Equal(
            [["", "\uFFFDx", "\0", " ", """{"half":"\udc00","none":""}""", "[]", 0.0]],
            copy.Sql("select first_name, last_name, job_title, nationality, custom_fields, groups, cast(weekly_hours as real) from hris_employees"));
        Assert.Equal(0L, (await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], full: true))).Updated);
    }

    [Fact]
    public async Task The_log_of_a_long_run_begins_anew_again_and_again()
    {
        var kombo = new ChangingKombo();
        for (var number = 100; number < 700; number++)
        {
            kombo.Put(Employees, $"E{number}", Person($"E{number}"));
        }

        using var copy = new CopyOfKombo(kombo);
        var largest = 0L;
        var written = 0L;
        copy.Target.Committing = isDone =>
        {
            largest = Math.Max(largest, isDone ? new FileInfo(copy.Path + "-wal").Length : 0);
            written += isDone ? 1 : 0;
        };
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee]));
        Assert.True(written > 300, $"{written} transactions");

        // Each writes four pages and more.
        Assert.InRange(largest, 1, written * 4 * 4096 / 2);
        copy.AssertCurrent(models: CopyOfKombo.Employee);
    }

    [Fact]
    public async Task Only_the_owner_reads_the_files_and_no_secret_is_in_them()
    {
        using var copy = new CopyOfKombo(Company());
        await copy.Run(null, _ =>
        {
            foreach (var file in Directory.GetFiles(copy.Folder))
            {
                if (!OperatingSystem.IsWindows())
                {
                    Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
                }
            }

            return true;
        });
        Assert.Equal(["hr.db", "hr.db.lock"], Directory.GetFiles(copy.Folder).Select(Path.GetFileName).Order());
        Assert.DoesNotContain("S3cret", File.ReadAllText(copy.Path), StringComparison.Ordinal);
    }

    private protected override CopyOfKombo New(ChangingKombo kombo) => new(kombo);
}

/// <summary>The same in PostgreSQL, and what only that has.</summary>
[Collection(nameof(PostgresFixture))]
public sealed class PostgresSyncTests(PostgresFixture postgres) : SyncTests
{
    [Fact]
    public async Task Columns_have_types_of_their_own()
    {
        using var copy = New(Company());
        await copy.Run(CopyOfKombo.Options([CopyOfKombo.Employee, SyncModel.Find("Absence")!]));
        var types = copy.Sql(
            """
            select table_name || '.' || column_name, data_type from information_schema.columns where table_schema = current_schema() and (table_name || '.' || column_name)::text in (
            'hris_employees.first_name', 'hris_employees.weekly_hours', 'hris_employees.start_date', 'hris_employees.changed_at', 'hris_employees.groups', 'hris_employees.additional_data',
            'hris_employees.work_location_name', 'hris_absences.start_half_day', 'kombo_models.watermark') order by 2, 1
            """);
        Assert.Equal(
            [
                ["hris_absences.start_half_day", "boolean"],
                ["hris_employees.start_date", "date"],
                ["hris_employees.weekly_hours", "double precision"],
                ["hris_employees.additional_data", "jsonb"],
                ["hris_employees.groups", "jsonb"],
                ["hris_employees.first_name", "text"],
                ["hris_employees.work_location_name", "text"],
                ["hris_employees.changed_at", "timestamp with time zone"],
                ["kombo_models.watermark", "timestamp with time zone"],
            ],
            types);
    }

    [Fact]
    public async Task What_PostgreSQL_has_no_character_for_is_replaced_everywhere_and_is_no_change_when_it_is_read_again()
    {
        var kombo = new ChangingKombo();
        kombo.Put(Employees, "E1", """
            "first_name":"a\u0000b","last_name":"\\u0000 \ud83d\ude00","custom_fields":{"k\u0000":"\ud800","pair":"\uD83D\uDE00","half":["\ude00\ud83d","\\ud800"]},"unknown":"\uDC00x","job_title":"","nationality":" ","groups":[],"work_location":{"id":"L1","name":"\u0000"}
            """.Trim());
        using var copy = New(kombo);
        Assert.Equal(SyncStatus.Done, (await copy.Summary(CopyOfKombo.Employee)).Status);
        Assert.Equal([["a\ufffdb", "\\u0000 \ud83d\ude00", "\ufffd", "", " ", "[]"]], copy.Sql("select first_name, last_name, work_location_name, job_title, nationality, groups from hris_employees"));
        copy.AssertJson("""{"k\ufffd":"\ufffd","pair":"\ud83d\ude00","half":["\ufffd\ufffd","\\ud800"]}""", "select custom_fields from hris_employees");
        copy.AssertJson("""{"unknown":"\ufffdx"}""", "select additional_data from hris_employees");
        var again = await copy.Summary(CopyOfKombo.Employee, CopyOfKombo.Options([CopyOfKombo.Employee], full: true));
        Assert.Equal((1L, 1L), (again.Read, again.Unchanged));
    }

    private protected override CopyOfKombo New(ChangingKombo kombo) => new(kombo, postgres);
}
