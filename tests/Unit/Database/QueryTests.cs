using Kombo.Database;
using Kombo.Json;
using Kombo.Models;

namespace Kombo.Tests;

/// <summary>Queries: what they give, and that nothing can be written through them.</summary>
[Collection(nameof(PostgresFixture))]
public sealed class QueryTests(PostgresFixture postgres) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kombo-query-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("commit; delete from hris_groups")]
    [InlineData("select 1; delete from hris_groups")]
    [InlineData("select 1; commit; delete from hris_groups; select 1")]
    [InlineData("commit")]
    [InlineData("delete from hris_groups")]
    [InlineData("drop table hris_groups")]
    [InlineData("begin")]
    [InlineData("set transaction read write")]
    [InlineData("set default_transaction_read_only = off")]
    [InlineData("set session characteristics as transaction read write")]
    [InlineData("do $$ begin commit; delete from hris_groups; end $$")]
    [InlineData("do $$ begin perform set_config('transaction_read_only', 'off', true); delete from hris_groups; end $$")]
    [InlineData("copy (select 1) to program 'true'")]
    [InlineData("with gone as (delete from hris_groups returning id) select * from gone")]
    [InlineData("explain analyze delete from hris_groups")]
    [InlineData("select set_config('transaction_read_only', 'off', true)")]
    [InlineData("select $x$ ' $x$; commit; delete from hris_groups; --'")]
    [InlineData("select E'\\'; commit; delete from hris_groups; --'")]
    [InlineData("select '\\'; commit; delete from hris_groups; --'")]
    [InlineData("select 1 /* /* */ ; commit; delete from hris_groups; -- */")]
    [InlineData("select * into copied from hris_groups")]
    [InlineData("select nextval('s')")]
    [InlineData("attach 'FOLDER/new.db' as other")]
    [InlineData("attach 'file:FOLDER/a.db?mode=rwc' as other; delete from other.hris_groups")]
    [InlineData("vacuum into 'FOLDER/new.db'")]
    [InlineData("select 1; vacuum into 'FOLDER/new.db'")]
    [InlineData("pragma writable_schema = on; delete from sqlite_master")]
    [InlineData("pragma query_only = off; delete from hris_groups")]
    [InlineData("pragma journal_mode = delete")]
    [InlineData("select load_extension('x')")]
    [InlineData("create temp table t (a)")]
    [InlineData("replace into hris_groups (integration_id, id) values ('i', 'x')")]
    [InlineData("")]
    [InlineData(" -- nothing")]
    public void Nothing_is_written_whatever_the_text(string sql)
    {
        foreach (var target in Targets())
        {
            var failure = Record.Exception(() => Run(target, sql.Replace("FOLDER", _folder, StringComparison.Ordinal)));
            if (failure is not null)
            {
                Assert.IsType<KomboDatabaseException>(failure);
            }
            else
            {
                Assert.StartsWith("select", sql, StringComparison.Ordinal); // What reads in one of the two may read.
            }

            Assert.Equal([2L], Values(target, "select count(*) from hris_groups"));
            Assert.False(File.Exists(Path.Combine(_folder, "new.db")));
        }
    }

    /// <summary>The text is not looked at here: this is what the stores make sure by themselves.</summary>
    [Theory]
    [InlineData("commit; delete from hris_groups")]
    [InlineData("rollback; delete from hris_groups")]
    [InlineData("set transaction read write")]
    [InlineData("do $$ begin perform set_config('transaction_read_only', 'off', true); end $$")]
    [InlineData("do $$ begin commit; end $$")]
    [InlineData("delete from hris_groups")]
    [InlineData("attach 'FOLDER/new.db' as other")]
    [InlineData("vacuum into 'FOLDER/new.db'")]
    [InlineData("pragma writable_schema = on")]
    [InlineData("pragma query_only = off")]
    [InlineData("create temp table t (a)")]
    public void A_store_refuses_by_itself(string sql)
    {
        foreach (var target in Targets())
        {
            using (var store = Store.OpenToRead(target))
            {
                Assert.Throws<KomboDatabaseException>(() => store.Guard(() => store.Ask(sql.Replace("FOLDER", _folder, StringComparison.Ordinal), [], default), isQuery: true));
            }

            Assert.Equal([2L], Values(target, "select count(*) from hris_groups"));
            Assert.False(File.Exists(Path.Combine(_folder, "new.db")));
        }
    }

    [Fact]
    public void Values_come_back_as_what_they_are()
    {
        foreach (var target in Targets())
        {
            var row = Run(target, "select a.start_date, a.changed_at, a.amount, a.start_half_day, a.type, a.employee_note from hris_absences a where id = 'a1'").Single();
            Assert.Equal(new DateTime(2026, 3, 1), row[0].Value);
            Assert.Equal(DateTimeKind.Unspecified, ((DateTime)row[0].Value!).Kind);
            Assert.Equal(new DateTime(2026, 3, 2, 1, 30, 0, DateTimeKind.Utc), row[1].Value);
            Assert.Equal(DateTimeKind.Utc, ((DateTime)row[1].Value!).Kind);
            Assert.Equal(3.0, row[2].Value);
            Assert.Equal(true, row[3].Value);
            Assert.Equal("x", ((KomboMap)row[4].Value!)["id"]);
            Assert.Null(row[5].Value);
            Assert.Equal("start_date", row[0].Key);
        }
    }

    [Fact]
    public void Dates_of_expressions_are_dates_and_other_text_stays_text()
    {
        foreach (var target in Targets())
        {
            var row = Run(target, "select max(changed_at), min(start_date), max(id) || '2026-03-01', max(id), '2026-03-01x' from hris_absences").Single();
            Assert.Equal(new DateTime(2026, 3, 2, 1, 30, 0, DateTimeKind.Utc), row[0].Value);
            Assert.Equal(DateTimeKind.Utc, ((DateTime)row[0].Value!).Kind);
            Assert.Equal(new DateTime(2026, 3, 1), row[1].Value);
            Assert.Equal(["a12026-03-01", "a1", "2026-03-01x"], row.Skip(2).Select(pair => pair.Value));
        }
    }

    [Fact]
    public void Parameters_of_all_kinds_compare_with_the_columns()
    {
        foreach (var target in Targets())
        {
            long Count(string where, object? value, string name = "p") =>
                (long)Values(target, $"select count(*) from hris_absences where {where}", new() { [name] = value }).Single()!;

            Assert.Equal(1, Count("start_date = @p", new DateTime(2026, 3, 1)));
            Assert.Equal(1, Count("start_date = @p", "2026-03-01"));
            Assert.Equal(1, Count("start_date = @p", new DateOnly(2026, 3, 1)));
            Assert.Equal(0, Count("start_date > @p", new DateTime(2026, 3, 1)));
            Assert.Equal(1, Count("changed_at = @p", new DateTime(2026, 3, 2, 1, 30, 0, DateTimeKind.Utc)));
            Assert.Equal(1, Count("changed_at = @p", new DateTimeOffset(2026, 3, 2, 3, 30, 0, TimeSpan.FromHours(2))));
            Assert.Equal(1, Count("changed_at >= @p", new DateTime(2026, 3, 2)));
            Assert.Equal(0, Count("changed_at >= @p", new DateTime(2026, 3, 3)));
            foreach (var number in new object[] { 3, 3L, 3u, 3ul, (byte)3, 3f, 3d, 3m, (short)3 })
            {
                Assert.Equal(1, Count("amount = @p", number));
            }

            Assert.Equal(1, Count("start_half_day = @p", true));
            Assert.Equal(0, Count("start_half_day = @p", false));
            Assert.Equal(1, Count("coalesce(@p, id) = id", null));
            Assert.Equal(1, Count("id = @Since", "a1", "since"));
            Assert.Equal(1, Count("id = @p", "a1", "@p"));
            Assert.Equal(1, Count("id = :p", "a1", "$p"));
            Assert.Equal(1, Count("id = @p and @p = id and '@q :r' <> id /* @s */", "a1"));
        }
    }

    [Theory]
    [InlineData("select * from hris_groups where id = @a", "b", "@b")]
    [InlineData("select * from hris_groups where id = @a", null, "@a")]
    [InlineData("select * from hris_groups", "a", "@a")]
    [InlineData("select * from hris_groups where id = '@a'", "a", "@a")]
    [InlineData("select * from no_table", null, "no_table")]
    [InlineData("select no_column from hris_groups", null, "no_column")]
    [InlineData("select from where", null, "syntax")]
    public void What_does_not_fit_is_a_clear_error(string sql, string? name, string told)
    {
        foreach (var target in Targets())
        {
            var failure = Assert.Throws<KomboDatabaseException>(() => Run(target, sql, name is null ? null : new() { [name] = "1" }));
            Assert.Equal(DatabaseFailure.InvalidQuery, failure.Failure);
            Assert.Contains(told, failure.Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Rows_come_before_the_rest_is_read_and_an_early_end_does_not_wait_for_it()
    {
        foreach (var target in Targets())
        {
            // A hundred thousand million rows: only who streams sees the first, and only who stops the query sees the end.
            var rows = DatabaseQuery.Run(target, Endless, null, TestContext.Current.CancellationToken);
            Assert.Equal(3, rows.Take(3).Count());
        }
    }

    [Fact]
    public async Task A_query_ends_when_it_is_cancelled()
    {
        foreach (var target in Targets())
        {
            using var before = new CancellationTokenSource();
            await before.CancelAsync();
            Assert.ThrowsAny<OperationCanceledException>(() => DatabaseQuery.Run(target, "select 1", null, before.Token).ToList());

            using var during = new CancellationTokenSource();
            var running = Task.Run(() => DatabaseQuery.Run(target, $"select count(*) from ({Endless}) e", null, during.Token).ToList(), TestContext.Current.CancellationToken);
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await during.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Soon());
        }
    }

    [Fact]
    public void The_overview_counts_rows_and_tells_the_state()
    {
        foreach (var target in Targets())
        {
            var until = new DateTime(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);
            using (var store = Store.OpenToWrite(target))
            {
                store.WriteState(SyncModel.Find("Group")!, "i", new SyncState(until, until.AddDays(-1), "c2", null, null, false, false));
            }

            var table = Assert.Single(DatabaseOverview.Read(target));
            Assert.Equal(("i", "Group", "hris_groups", 2L, 1L, true), (table.IntegrationId, table.Model, table.Table, table.Rows, table.Deleted, table.IsInterrupted));
            Assert.Equal((until, until.AddDays(-1)), (table.Watermark, table.LastFull));
        }
    }

    [Fact]
    public void The_overview_refuses_what_no_sync_has_made()
    {
        var path = Path.GetTempFileName();
        try
        {
            var failure = Assert.Throws<KomboDatabaseException>(() => DatabaseOverview.Read(DatabaseTarget.File(path)));
            Assert.Equal(DatabaseFailure.NotFound, failure.Failure);
            Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private const string Endless = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000000000) select i from n";

    private static List<IReadOnlyList<KeyValuePair<string, object?>>> Run(DatabaseTarget target, string sql, Dictionary<string, object?>? parameters = null) =>
        [.. DatabaseQuery.Run(target, sql, parameters, TestContext.Current.CancellationToken)];

    private static List<object?> Values(DatabaseTarget target, string sql, Dictionary<string, object?>? parameters = null) =>
        [.. Run(target, sql, parameters).Select(row => row[0].Value)];

    /// <summary>A database of each kind with two groups, one of them gone, and an absence. The one of PostgreSQL comes last: without it, what came before has been tested.</summary>
    private IEnumerable<DatabaseTarget> Targets()
    {
        yield return Filled(DatabaseTarget.File(Path.Combine(_folder, "a.db")));
        yield return Filled(postgres.NewTarget());
    }

    private static DatabaseTarget Filled(DatabaseTarget target)
    {
        var (groups, absences) = (SyncModel.Find("Group")!, SyncModel.Find("Absence")!);
        using var store = Store.OpenToWrite(target);
        store.InTransaction(() =>
        {
            Schema.Ensure(store, groups);
            Schema.Ensure(store, absences);
            Upsert(store, groups, """{"id":"g1","name":"One","changed_at":"2026-03-01T00:00:00.000Z"}""", """{"id":"g2","remote_deleted_at":"2026-03-01T00:00:00.000Z"}""");
            Upsert(store, absences, """{"id":"a1","start_date":"2026-03-01T00:00:00.000Z","changed_at":"2026-03-02T01:30:00.000Z","amount":3,"start_half_day":true,"type":{"id":"x"}}""");
        });
        return target;
    }

    private static void Upsert(Store store, SyncModel model, params string[] rows)
    {
        var reader = new RowReader(model);
        store.Upsert(model, "i", [.. rows.Select(row => reader.Read(new JsonRow(System.Text.Encoding.UTF8.GetBytes(row))))]);
    }
}
