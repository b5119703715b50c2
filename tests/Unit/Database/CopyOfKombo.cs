using System.Globalization;
using System.Text.Json.Nodes;
using Kombo.Database;
using Microsoft.Data.Sqlite;

namespace Kombo.Tests;

/// <summary>A database in a folder of its own, looked at with nothing but SQL.</summary>
internal sealed class CopyOfKombo : IDisposable
{
    public const string Key = "kombo_test_S3cretOfTheCopy";

    public static readonly SyncModel Employee = SyncModel.Find("Employee")!;
    public static readonly SyncModel Group = SyncModel.Find("Group")!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kombo-copy-");

    public CopyOfKombo(ChangingKombo kombo)
    {
        Kombo = kombo;
        Target = DatabaseTarget.File(System.IO.Path.Combine(_folder.FullName, "hr.db"));
        Target.LockTimeout = TimeSpan.FromSeconds(1);
    }

    public ChangingKombo Kombo { get; }

    public DatabaseTarget Target { get; }

    public string Path => Target.Path!;

    public string Folder => _folder.FullName;

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

    /// <summary>The database as it would be found if the process had ended now.</summary>
    public CopyOfKombo Image()
    {
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

    public List<object?[]> Sql(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetValue(index))]);
        }

        return rows;
    }

    public object? Value(string sql) => Sql(sql)[0][0];

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public DateTime? Watermark(SyncModel model) => Moment($"select watermark from kombo_models where model = '{model.Table}' and integration_id = '{ChangingKombo.Integration}'");

    public DateTime? Moment(string sql) => Sql(sql) is [[string text]]
        ? DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : null;

    /// <summary>Every row of every table, every column with its type, and what the tables are made of. The marks of what vanished have no time here.</summary>
    public List<string> Dump(bool withState = true)
    {
        var dump = Sql("select type, name, sql from sqlite_master where name not like 'sqlite_%' order by 1, 2").ConvertAll(row => string.Join(" ", row));
        foreach (var row in Sql("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by 1"))
        {
            var table = (string)row[0]!;
            if (table == "kombo_models" && !withState)
            {
                continue;
            }

            var columns = Sql($"select name from pragma_table_xinfo('{table}')").ConvertAll(column => (string)column[0]!);
            dump.AddRange(Sql($"select {string.Join(", ", columns.Select(column => $"'{column}=' || typeof(\"{column}\") || ':' || quote(\"{column}\")"))} from \"{table}\" order by {string.Join(", ", Enumerable.Range(1, columns.Count))}")
                .Select(values => $"{table}: {string.Join(" ", values)}"));
        }

        return dump;
    }

    /// <summary>The row as the server has it: members without a value are left out.</summary>
    public JsonObject? Row(SyncModel model, string id, string integration = ChangingKombo.Integration)
    {
        if (Sql($"select count(*) from sqlite_master where name = '{model.Table}'") is [[0L]])
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
        if (Sql("select count(*) from sqlite_master where name = 'kombo_models'") is [[0L]])
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
        Assert.Equal("ok", Value("pragma integrity_check"));
    }

    public void Dispose() => _folder.Delete(true);

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
