using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Kombo.Database;

/// <summary>A database of PostgreSQL, or of an engine that speaks its protocol. A page goes over the wire in two commands.</summary>
internal sealed class PostgresStore : Store
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlConnection _lockConnection;
    private readonly Dictionary<(SyncModel, string), NpgsqlCommand> _commands = [];
    private NpgsqlTransaction? _lock;
    private NpgsqlBatch? _question;

    public PostgresStore(DatabaseTarget target)
        : base(target)
    {
        var settings = new NpgsqlConnectionStringBuilder(target.ConnectionString) { Pooling = false, IncludeErrorDetail = false, PersistSecurityInfo = false };
        settings.ApplicationName ??= "Kombo";
        settings.Timezone = "UTC"; // What a query compares and cuts days from are moments in UTC, as in SQLite.
        _connection = new NpgsqlConnection(settings.ToString());
        _lockConnection = new NpgsqlConnection(settings.ToString());
    }

    public override DbConnection Connection => _connection;

    public override (string Value, string Position) JsonItem => ("item.value", "item.position - 1");

    public static string Checked(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString ?? "");
            return string.IsNullOrWhiteSpace(settings.Host)
                ? throw new KomboDatabaseException(DatabaseFailure.InvalidTarget, "The connection string names no Host. Give one such as 'Host=db.example.com;Database=hr;Username=sync;Password=...'.")
                : settings.ToString();
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            // The driver's own message can quote the string.
            throw new KomboDatabaseException(DatabaseFailure.InvalidTarget, "The connection string cannot be read. Give keywords and values such as 'Host=db.example.com;Database=hr;Username=sync;Password=...'.");
        }
    }

    public static string Shown(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{settings.Host}/{settings.Database}";
    }

    public override object? Bound(ColumnKind kind, object? value) => kind switch
    {
        ColumnKind.Instant => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = value ?? DBNull.Value },
        ColumnKind.Flag => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Boolean, Value = value ?? DBNull.Value },
        _ => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = value ?? DBNull.Value },
    };

    public override DateTime? Moment(object? value) => value is DateTime moment ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : null;

    public override string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => "double precision",
        ColumnKind.Flag => "boolean",
        ColumnKind.Day => "date",
        ColumnKind.Instant => "timestamp with time zone",
        ColumnKind.Json => "jsonb",
        _ => "text",
    };

    public override string JsonText(string json, string member) => $"{json} ->> '{member}'";

    public override string JsonValue(string json, string member, ColumnKind kind) => kind switch
    {
        ColumnKind.Number => $"case when jsonb_typeof({json} -> '{member}') = 'number' then ({json} ->> '{member}')::double precision end",
        ColumnKind.Flag => $"case when jsonb_typeof({json} -> '{member}') = 'boolean' then ({json} ->> '{member}')::boolean end",
        ColumnKind.Json => $"{json} -> '{member}'",
        _ => JsonText(json, member),
    };

    public override string JsonItems(string json) =>
        $"jsonb_array_elements(case when jsonb_typeof({json}) = 'array' then {json} else '[]'::jsonb end) with ordinality item(value, position)";

    public override string Computed(string expression) => $"text generated always as ({expression}) stored";

    // The views of information_schema take twenty times as long.
    public override IReadOnlyList<string> ColumnNames(string table) =>
    [
        .. Rows(
            """
            select attname::text from pg_attribute where attrelid = to_regclass(quote_ident(current_schema()) || '.' || quote_ident(@t))
            and attnum > 0 and not attisdropped order by attnum
            """,
            ("@t", table)).Select(row => (string)row[0]!),
    ];

    public override bool HasView(string view) =>
        Scalar("select 1 from information_schema.views where table_schema = current_schema() and table_name = @v", ("@v", view)) is not null;

    public override Dictionary<string, bool> Existing(SyncModel model, string integration, IReadOnlyList<string> ids)
    {
        var command = Prepared(model, "existing", () => Command(
            $"select id, remote_deleted_at is not null from {Quote(model.Table)} where integration_id = @i and id = any(@ids)",
            ("@i", Bound(ColumnKind.Text, null)),
            ("@ids", new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text })));
        command.Parameters[0].Value = integration;
        command.Parameters[1].Value = ids.ToArray();
        var existing = new Dictionary<string, bool>(StringComparer.Ordinal);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            existing[reader.GetString(0)] = reader.GetBoolean(1);
        }

        return existing;
    }

    public override HashSet<string> Upsert(SyncModel model, string integration, IReadOnlyList<Row> rows)
    {
        var command = Prepared(model, "upsert", () => UpsertOf(model));
        command.Parameters[0].Value = integration;
        for (var index = 0; index < model.Columns.Count; index++)
        {
            command.Parameters[index + 1].Value = ArrayOf(model.Columns[index].Kind, rows, index);
        }

        command.Parameters[model.Columns.Count + 1].Value = rows.Select(row => Storable(row.Additional)).ToArray();
        var changed = new HashSet<string>(StringComparer.Ordinal);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            changed.Add(reader.GetString(0));
        }

        return changed;
    }

    public override void InsertSeen(SyncModel model, string integration, IReadOnlyList<string> ids) => Execute(
        $"insert into {SeenTable} (integration_id, model, id) select @i, @m, id from unnest(@ids) id on conflict do nothing",
        ("@i", integration),
        ("@m", model.Table),
        ("@ids", ids.ToArray()));

    /// <summary>
    /// The transaction is read-only, and since it has a snapshot the server does not let it become another. It is never
    /// committed. The batch sends one statement, which the server parses as one: nothing can end the transaction and go on.
    /// (The session itself is left alone: a pooler between here and the server may hand it to others.)
    /// </summary>
    public override DbDataReader Ask(string sql, IReadOnlyList<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        var transaction = _connection.BeginTransaction();
        using (var begin = new NpgsqlCommand("set transaction read only; select 1", _connection, transaction))
        {
            begin.ExecuteNonQuery();
        }

        var statement = new NpgsqlBatchCommand(sql);
        foreach (var group in parameters.GroupBy(parameter => parameter.Name.Substring(1), StringComparer.OrdinalIgnoreCase))
        {
            statement.Parameters.Add(Asked(group.Key, group.First().Value));
        }

        _question = new NpgsqlBatch(_connection, transaction) { Timeout = 0, BatchCommands = { statement } };
        return _question.ExecuteReaderAsync(cancellationToken).GetAwaiter().GetResult();
    }

    public override void EndAsk(DbDataReader reader, bool isOver)
    {
        try
        {
            if (!isOver)
            {
                _question!.Cancel(); // Or else the driver would read the rest.
            }

            reader.Dispose();
        }
        catch (Exception failure) when (Translate(failure, isQuery: true) is not null)
        {
            // That it was cancelled, or that it failed before: whoever asked knows.
        }
    }

    public override KomboDatabaseException? Translate(Exception failure, bool isQuery)
    {
        if (failure is PostgresException error)
        {
            var (kind, message) = error.SqlState switch
            {
                "55P03" or "40P01" => (DatabaseFailure.Locked, $"The database {Target} is locked by another program. Run the command again when it is done."),
                "53100" or "53200" => (DatabaseFailure.Full, $"There is no space left for the database {Target}. Make space, and run the command again: it goes on where it stopped."),
                "25006" => (DatabaseFailure.ReadOnly, isQuery ? "A query may not change the database." : $"The database {Target} cannot be written: it is read-only."),
                "42501" when !isQuery => (DatabaseFailure.AccessDenied, $"The user may not do this in the database {Target}. A sync makes tables and views, and writes rows."),
                "3D000" => (DatabaseFailure.NotFound, $"There is no database {Target}. Create it on the server."),
                ['2', '8', ..] => (DatabaseFailure.AccessDenied, $"The database {Target} refuses the user or the password."),
                ['5', '7', 'P', ..] or ['0', '8', ..] or ['5', '3', ..] => (DatabaseFailure.Unreachable, $"The database {Target} is not available. Run the command again when it is."),
                _ when isQuery => (DatabaseFailure.InvalidQuery, error.MessageText),
                ['4', '2', ..] or ['2', '2', ..] or ['2', '3', ..] => (DatabaseFailure.ChangedTable, $"A table of the database {Target} is not as this module made it, and does not take its rows. Undo the change, or remove the table: the next run fills it anew."),
                _ => (DatabaseFailure.Other, $"The database {Target} failed with the code {error.SqlState}."),
            };
            return new KomboDatabaseException(kind, message, error.SqlState);
        }

        if (isQuery && failure is NotSupportedException or InvalidOperationException)
        {
            return QueryText.Refused("The query is none that gives rows. It is a single statement that begins with select, with, values, table or explain.");
        }

        return failure is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException or IOException
            ? new KomboDatabaseException(DatabaseFailure.Unreachable, $"The database {Target} cannot be reached, or the connection broke. Check the host, the port, and that the server runs.")
            : null;
    }

    /// <summary>
    /// The lock is a row that an open transaction holds: the server frees it when the connection ends, however it ends, and all
    /// engines that speak the protocol have it.
    /// </summary>
    protected override void OpenAndLock()
    {
        OpenReader();
        _lockConnection.Open();
        Execute("create table if not exists kombo_lock (id integer primary key)");
        Execute("insert into kombo_lock (id) values (1) on conflict do nothing");
        _lock = _lockConnection.BeginTransaction();
        try
        {
            Ask("select id from kombo_lock where id = 1 for update nowait");
        }
        catch (PostgresException refusal) when (refusal.SqlState == "55P03")
        {
            throw new KomboDatabaseException(DatabaseFailure.InUse, $"Another sync works on the database {Target}. Run the command again when it is done.", refusal.SqlState);
        }
    }

    protected override void OpenReader()
    {
        _connection.Open();
        Target.Opened?.Invoke(_connection);
    }

    protected override void KeepLock()
    {
        if (_lock is not null)
        {
            Ask("select 1");
        }
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _lock?.Dispose();
        _lockConnection.Dispose();
        _connection.Dispose();
    }

    /// <summary>A command that is made once and used again.</summary>
    private NpgsqlCommand Prepared(SyncModel model, string purpose, Func<DbCommand> make)
    {
        if (!_commands.TryGetValue((model, purpose), out var command))
        {
            _commands[(model, purpose)] = command = (NpgsqlCommand)make();
        }

        command.Transaction = (NpgsqlTransaction?)Transaction;
        return command;
    }

    private void Ask(string sql)
    {
        using var command = new NpgsqlCommand(sql, _lockConnection, _lock);
        command.ExecuteNonQuery();
    }

    /// <summary>Text goes without a type, so that the server takes it for what it is compared with, as it does in the text of a query.</summary>
    private static NpgsqlParameter Asked(string name, object? value) => value switch
    {
        null => new NpgsqlParameter(name, DBNull.Value),
        string text => new NpgsqlParameter(name, NpgsqlDbType.Unknown) { Value = text },
        DateTime { Kind: DateTimeKind.Unspecified, TimeOfDay.Ticks: 0 } day => new NpgsqlParameter(name, NpgsqlDbType.Date) { Value = day },
        DateTime moment => new NpgsqlParameter(name, NpgsqlDbType.TimestampTz) { Value = moment.ToUniversalTime() },
        _ => new NpgsqlParameter(name, value),
    };

    private DbCommand UpsertOf(SyncModel model)
    {
        var kinds = model.Columns.Select(column => column.Kind).Append(ColumnKind.Json).ToArray();
        var names = string.Join(", ", kinds.Select((_, index) => $"c{index}"));
        var values = string.Join(", ", kinds.Select((kind, index) => kind == ColumnKind.Json ? $"c{index}::jsonb" : $"c{index}"));
        var sources = string.Join(", ", kinds.Select((_, index) => $"@p{index}"));
        var parameters = kinds.Select((kind, index) => ($"@p{index}", (object?)new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | WireTypeOf(kind) }));
        return Command(
            $"{InsertInto(model)} select @i, {values} from unnest({sources}) as rows({names}) {OnConflict(model, "is distinct from")} returning id",
            [("@i", Bound(ColumnKind.Text, null)), .. parameters]);
    }

    private static NpgsqlDbType WireTypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => NpgsqlDbType.Double,
        ColumnKind.Flag => NpgsqlDbType.Boolean,
        ColumnKind.Day => NpgsqlDbType.Date,
        ColumnKind.Instant => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Text,
    };

    private static object ArrayOf(ColumnKind kind, IReadOnlyList<Row> rows, int index) => kind switch
    {
        ColumnKind.Number => rows.Select(row => (double?)row.Values[index]).ToArray(),
        ColumnKind.Flag => rows.Select(row => (bool?)row.Values[index]).ToArray(),
        ColumnKind.Day or ColumnKind.Instant => rows.Select(row => (DateTime?)row.Values[index]).ToArray(),
        ColumnKind.Json => rows.Select(row => Storable((ReadOnlyMemory<byte>?)row.Values[index])).ToArray(),
        _ => rows.Select(row => ((string?)row.Values[index])?.Replace('\0', '\uFFFD')).ToArray(),
    };

    /// <summary>JSON that jsonb takes: it has neither the character 0 nor halves of characters. They become U+FFFD.</summary>
    private static string? Storable(ReadOnlyMemory<byte>? json) => json is null ? null : Storable(Encoding.UTF8.GetString(json.Value.ToArray()));

    private static string Storable(string json) => json.IndexOf("\\u", StringComparison.Ordinal) < 0 ? json : Regex.Replace(
        json,
        @"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u0000|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)",
        match => match.Length == 6 && (match.Value == "\\u0000" || match.Value[2] is 'd' or 'D') ? "\\ufffd" : match.Value);
}
