using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kombo.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kombo.Tests;

/// <summary>A database of its own, a file or a schema of PostgreSQL, looked at with nothing but SQL.</summary>
internal sealed class CopyOfKombo : IDisposable
{
    public const string Key = "kombo_test_S3cretOfTheCopy";

    public static readonly SyncModel Employee = SyncModel.Find("Employee")!;
    public static readonly SyncModel Group = SyncModel.Find("Group")!;

    private static readonly JsonSerializerOptions AnyDepth = new() { MaxDepth = 10_000, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kombo-copy-");
    private readonly PostgresFixture? _postgres;
    private DbConnection? _kept;

    /// <summary>A database that is still empty.</summary>
    /// <param name="kombo">What it is a copy of.</param>
    /// <param name="postgres">The server that it is on; null for a file.</param>
    public CopyOfKombo(ChangingKombo kombo, PostgresFixture? postgres = null)
    {
        Kombo = kombo;
        _postgres = postgres;
        Target = postgres?.NewTarget() ?? DatabaseTarget.File(System.IO.Path.Combine(_folder.FullName, "hr.db"));
        Target.LockTimeout = TimeSpan.FromSeconds(1);
    }

    public ChangingKombo Kombo { get; }

    public DatabaseTarget Target { get; }

    public string Path => Target.Path!;

    public string Folder => _folder.FullName;

    public bool IsFile => _postgres is null;

    /// <summary>What there is in the database, for a from clause: type ('table', 'view' and 'index'), name, and sql.</summary>
    public string Catalog => IsFile ? "(select type, name, sql from sqlite_master where name not like 'sqlite_%') made" : """
        (select case relkind when 'r' then 'table' when 'v' then 'view' else 'index' end as type, relname::text as name, case relkind
            when 'v' then pg_get_viewdef(oid)
            when 'i' then replace(pg_get_indexdef(oid), current_schema() || '.', '')
            else (select string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), nullif(attnotnull, false), nullif(attgenerated, '')), ', ' order by attnum)
                from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped) end as sql
        from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'v', 'i')) made
        """;

    /// <summary>The local clock, which is another than the server's.</summary>
    public TimeProvider Time { get; set; } = new HastyTime();

    public static SyncOptions Options(
        SyncModel[]? models = null, bool full = false, bool prune = false, TimeSpan? fullEvery = null, TimeSpan? wait = null, bool withChanges = false, int pageSize = 2,
        string integration = ChangingKombo.Integration, TimeProvider? time = null) => new()
        {
            Models = models ?? [Employee, Group],
            IntegrationId = integration,
            Full = full,
            FullEvery = fullEvery ?? TimeSpan.FromDays(7),
            Prune = prune,
            Wait = wait,
            WithChanges = withChanges,
            PageSize = pageSize,
            Time = time ?? new HastyTime(),
        };

    /// <summary>Runs a sync to its end. Every test runs it here.</summary>
    /// <param name="options">What to do; null for employees and groups.</param>
    /// <param name="seen">Told every event; it ends the run when it says false.</param>
    /// <param name="stop">Ends the run.</param>
    public async Task<List<SyncEvent>> Run(SyncOptions? options = null, Func<SyncEvent, bool>? seen = null, CancellationTokenSource? stop = null)
    {
        using var client = new KomboClient(new KomboClientOptions
        {
            ApiKey = Key,
            Handler = Kombo,
            Retry = KomboRetry.Off,
            Time = Time,
        });
        var events = new List<SyncEvent>();
        var run = new DatabaseSync(client, Target, options ?? Options()).Start(null, stop?.Token ?? TestContext.Current.CancellationToken);
        try
        {
            while (await run.NextAsync() is { } happened)
            {
                events.Add(happened);
                if (seen is not null && !seen(happened))
                {
                    break;
                }
            }
        }
        finally
        {
            await run.EndAsync();
        }

        return events;
    }

    public async Task<List<SyncSummary>> Summaries(SyncOptions? options = null) => [.. (await Run(options)).OfType<SyncSummary>()];

    /// <summary>Runs one model to its end.</summary>
    public async Task<SyncSummary> Summary(SyncModel model, SyncOptions? options = null) => Assert.Single(await Summaries(options ?? Options([model])));

    public async Task<KomboDatabaseException> Failure(SyncOptions? options = null) => await Assert.ThrowsAsync<KomboDatabaseException>(() => Run(options));

    /// <summary>The database as it would be found if the process had ended now. A server rolls back what is not committed, so there it is the same one.</summary>
    public CopyOfKombo Image()
    {
        if (!IsFile)
        {
            return this;
        }

        var image = new CopyOfKombo(Kombo);
        foreach (var ending in new[] { "", "-wal" })
        {
            if (File.Exists(Path + ending))
            {
                File.Copy(Path + ending, image.Path + ending);
            }
        }

        return image;
    }

    /// <summary>What a statement gives, as SQLite holds it: PostgreSQL's moments and days as text, flags as 0 and 1, all whole numbers alike.</summary>
    public List<object?[]> Sql(string sql) => Read(sql, (_, value) => value);

    public object? Value(string sql) => Sql(sql)[0][0];

    public DbConnection Connect()
    {
        DbConnection connection = IsFile ? new SqliteConnection($"Data Source={Path};Pooling=False") : new NpgsqlConnection(Target.ConnectionString + ";Pooling=false;Timezone=UTC");
        connection.Open();
        return connection;
    }

    public DateTime? Watermark(SyncModel model) => Moment($"select watermark from kombo_models where model = '{model.Table}' and integration_id = '{ChangingKombo.Integration}'");

    public DateTime? Moment(string sql) => Sql(sql) is [[string text]]
        ? DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : null;

    /// <summary>Every row of every table, every column with its type, and what the tables are made of.</summary>
    public List<string> Dump(bool withState = true)
    {
        var dump = Sql($"select type, name, sql from {Catalog} order by 1, 2").ConvertAll(row => string.Join(" ", row));
        foreach (var table in Names("table").Where(table => withState || table != "kombo_models"))
        {
            dump.AddRange(Read($"select * from \"{table}\"", (name, value) => $"{name}={value?.GetType().Name}:{value}").ConvertAll(values => $"{table}: {string.Join(" ", values)}").Order(StringComparer.Ordinal));
        }

        return dump;
    }

    /// <summary>Every row of every table and view of Kombo's models. It is the same in both kinds of database: JSON is as <see cref="Json"/> has it.</summary>
    public List<string> Contents() =>
    [
        .. Names("table").Concat(Names("view")).Where(name => !name.StartsWith("kombo_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(name => Read($"select * from \"{name}\"", (column, value) => $"{column}={(value is string { Length: > 0 } text && text[0] is '{' or '[' ? Json((string)value) : value)}")
                .Select(values => $"{name}: {string.Join(" ", values.Order())}").Order(StringComparer.Ordinal)),
    ];

    public List<string> Names(string type) => Sql($"select name from {Catalog} where type = '{type}' order by 1").ConvertAll(row => (string)row[0]!);

    /// <summary>Drops all views, as somebody would who wants to change the tables below them.</summary>
    public void DropViews() => Names("view").ForEach(name => Sql($"drop view {name}"));

    /// <summary>JSON without white space, its members in the order of their names: jsonb keeps neither.</summary>
    public static string Json(string json)
    {
        return Ordered(JsonNode.Parse(json, null, new JsonDocumentOptions { MaxDepth = AnyDepth.MaxDepth }))?.ToJsonString(AnyDepth) ?? "null";

        static JsonNode? Ordered(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Ordered)]),
            _ => node?.DeepClone(),
        };
    }

    /// <summary>The one value that a query gives is this JSON; in a file it is also the same text.</summary>
    public void AssertJson(string expected, string sql)
    {
        var found = Assert.IsType<string>(Value(sql));
        Assert.Equal(IsFile ? expected : Json(expected), IsFile ? found : Json(found));
    }

    /// <summary>The row as the server has it: members without a value are left out.</summary>
    public JsonObject? Row(SyncModel model, string id, string integration = ChangingKombo.Integration)
    {
        if (!Names("table").Contains(model.Table))
        {
            return null;
        }

        var columns = model.Columns.Append(new Column("additional_data", ColumnKind.Json, typeof(object))).ToList();
        var rows = Sql($"select {string.Join(", ", columns.Select(column => $"\"{column.Name}\""))} from {model.Table} where integration_id = '{integration}' and id = '{id}'");
        if (rows.Count == 0)
        {
            return null;
        }

        var row = new JsonObject();
        for (var index = 0; index < columns.Count; index++)
        {
            var (name, kind) = (columns[index].Name, columns[index].Kind);
            if (rows[0][index] is not { } value)
            {
                continue;
            }

            if (name == "additional_data")
            {
                foreach (var (member, more) in JsonNode.Parse((string)value)!.AsObject())
                {
                    row[member] = more?.DeepClone();
                }
            }
            else
            {
                row[name] = kind switch
                {
                    ColumnKind.Json => JsonNode.Parse((string)value),
                    ColumnKind.Flag => JsonValue.Create((long)value != 0),
                    _ => JsonValue.Create(value),
                };
            }
        }

        return Bare(row);
    }

    /// <summary>The database has what the server has, row by row; what vanished is marked, or pruned.</summary>
    public void AssertCurrent(bool isPruned = false, params SyncModel[] models)
    {
        foreach (var model in models.Length > 0 ? models : [Employee, Group])
        {
            var rows = Kombo.Rows(model.Path);
            var expected = rows.Where(row => !isPruned || Bare(row.Value.Json)["remote_deleted_at"] is null).ToList();
            Assert.All(expected, row => AssertSame(Bare(row.Value.Json), Row(model, row.Key)));
            var more = Sql($"select id, remote_deleted_at from {model.Table} where integration_id = '{ChangingKombo.Integration}'").Where(row => !expected.Exists(pair => pair.Key == (string)row[0]!)).ToList();
            Assert.All(more, row => Assert.True(!isPruned && row[1] is not null, $"{row[0]} is not on the server."));
        }
    }

    /// <summary>Whatever the server had before the watermark is in the database.</summary>
    public void AssertNotAhead(bool isPruned = false)
    {
        if (!Names("table").Contains("kombo_models"))
        {
            return;
        }

        foreach (var model in new[] { Employee, Group })
        {
            if (Watermark(model) is { } watermark)
            {
                Assert.True(watermark <= Kombo.Now);
                foreach (var row in Kombo.Rows(model.Path).Where(row => row.Value.ChangedAt < watermark))
                {
                    var (expected, found) = (Bare(row.Value.Json), Row(model, row.Key));
                    if (!isPruned || expected["remote_deleted_at"] is null || found is not null)
                    {
                        AssertSame(expected, found);
                    }
                }
            }
        }
    }

    /// <summary>Nothing is under way.</summary>
    public void AssertAtRest()
    {
        Assert.Equal(0L, Value("select count(*) from kombo_models where run_cursor is not null or run_from is not null or run_until is not null or watermark is null"));
        Assert.Equal(0L, Value("select count(*) from kombo_seen"));
        if (IsFile)
        {
            Assert.Equal("ok", Value("pragma integrity_check"));
        }
    }

    public void Dispose()
    {
        _kept?.Dispose();
        _folder.Delete(true);
    }

    private List<object?[]> Read(string sql, Func<string, object?, object?> read)
    {
        // A file is let go at once: a run ends otherwise while somebody has it open. A connection to a server takes time to make.
        _kept ??= Connect();
        try
        {
            using var command = _kept.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => read(reader.GetName(index), reader.IsDBNull(index) ? null : Plain(reader, index)))]);
            }

            return rows;
        }
        finally
        {
            if (IsFile)
            {
                _kept.Dispose();
                _kept = null;
            }
        }
    }

    private static object Plain(DbDataReader reader, int index) => reader.GetValue(index) switch
    {
        DateTime day when reader.GetDataTypeName(index) == "date" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        var value => value,
    };

    private static JsonObject Bare(string json) => Bare(JsonNode.Parse(json)!.AsObject());

    private static JsonObject Bare(JsonObject row)
    {
        foreach (var name in row.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            row.Remove(name);
        }

        return row;
    }

    private static void AssertSame(JsonObject expected, JsonObject? found) =>
        Assert.True(JsonNode.DeepEquals(expected, found), $"On the server: {expected.ToJsonString()}; in the database: {found?.ToJsonString() ?? "nothing"}");
}
