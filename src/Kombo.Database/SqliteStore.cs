using System.Data.Common;
using System.Globalization;
using Kombo.Json;
using Microsoft.Data.Sqlite;

namespace Kombo.Database;

/// <summary>A file of SQLite. The write-ahead log lets others read during a run, and a killed run leaves whole pages only.</summary>
internal sealed class SqliteStore : Store
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A page of 250 rows makes a log of about half a megabyte, often more.</summary>
    private const int CommitsACheckpoint = 8;
    private const int CommitsALog = 64;

    private readonly SqliteConnection _connection;
    private readonly bool _isReadOnly;
    private readonly Dictionary<(SyncModel, string), SqliteStatement> _statements = [];
    private FileStream? _lock;
    private DbCommand? _question;
    private SqliteConnection? _checkpointConnection;
    private Task? _checkpoint;
    private int _commits;

    static SqliteStore() => SQLitePCL.Batteries_V2.Init();

    public SqliteStore(DatabaseTarget target, bool isReadOnly)
        : base(target)
    {
        _isReadOnly = isReadOnly;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = target.Path,
            Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Math.Min(target.LockTimeout.TotalSeconds, 86400)),
        }.ToString());
    }

    public override DbConnection Connection => _connection;

    public override (string Value, string Position) JsonItem => ("item.value", "item.key");

    public override object? Bound(ColumnKind kind, object? value) => value switch
    {
        DateTime day when kind == ColumnKind.Day => KomboTime.FormatBareDate(day),
        DateTime moment => moment.ToString(moment.Ticks % TimeSpan.TicksPerMillisecond == 0 ? InstantFormat : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? 1L : 0L,
        _ => value,
    };

    public override DateTime? Moment(object? value) => value is string text
        && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    public override string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => "number",
        ColumnKind.Flag => "boolean",
        ColumnKind.Day => "date",
        ColumnKind.Instant => "timestamp",
        ColumnKind.Json => "json_text", // With "text" in it: SQLite would turn JSON that is a number into another one.
        _ => "text",
    };

    // What SQLite does not take for JSON, such as text in a list of objects or a thousand brackets, has no members.
    public override string JsonText(string json, string member) => $"case when json_valid({json}) then json_extract({json}, '$.{member}') end";

    public override string JsonValue(string json, string member, ColumnKind kind) => JsonText(json, member);

    public override string JsonItems(string json) => $"json_each(case when json_valid({json}) then case when json_type({json}) = 'array' then {json} end end) item";

    public override string Computed(string expression) => $"text generated always as ({expression}) virtual";

    public override IReadOnlyList<string> ColumnNames(string table) => [.. Rows("select name from pragma_table_xinfo(@t)", ("@t", table)).Select(row => (string)row[0]!)];

    public override bool HasView(string view) => Scalar("select 1 from sqlite_master where type = 'view' and name = @v", ("@v", view)) is not null;

    public override Dictionary<string, bool> Existing(SyncModel model, string integration, IReadOnlyList<string> ids)
    {
        var statement = Statement(model, "existing", () => $"select remote_deleted_at is not null from {Quote(model.Table)} where integration_id = ? and id = ?");
        statement.Bind(1, integration);
        var existing = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            statement.Bind(2, id);
            if (statement.Run() is { } isDeleted)
            {
                existing[id] = isDeleted != 0;
            }
        }

        return existing;
    }

    public override HashSet<string> Upsert(SyncModel model, string integration, IReadOnlyList<Row> rows)
    {
        ColumnKind[] kinds = [.. model.Columns.Select(column => column.Kind)];
        var statement = Statement(model, "upsert", () => $"{InsertInto(model)} values ({string.Join(", ", Enumerable.Repeat("?", kinds.Length + 2))}) {OnConflict(model, "is not")}");
        var changed = new HashSet<string>(StringComparer.Ordinal);
        statement.Bind(1, integration);
        foreach (var row in rows)
        {
            for (var index = 0; index < kinds.Length; index++)
            {
                statement.Bind(index + 2, Bound(kinds[index], row.Values[index]));
            }

            statement.Bind(kinds.Length + 2, row.Additional);
            statement.Run();
            if (statement.Changes > 0)
            {
                changed.Add(row.Id);
            }
        }

        return changed;
    }

    public override void InsertSeen(SyncModel model, string integration, IReadOnlyList<string> ids)
    {
        var statement = Statement(model, "seen", () => $"insert into {SeenTable} (integration_id, model, id) values (?, ?, ?) on conflict do nothing");
        statement.Bind(1, integration);
        statement.Bind(2, model.Table);
        foreach (var id in ids)
        {
            statement.Bind(3, id);
            statement.Run();
        }
    }

    /// <summary>
    /// The file is open to read only, and SQLite asks here before it prepares anything: only what reads the tables is granted,
    /// so that no other file is attached or written either.
    /// </summary>
    public override DbDataReader Ask(string sql, IReadOnlyList<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        SQLitePCL.strdelegate_authorizer isGranted = (_, action, first, second, _, _) => IsReading(action, first, second) ? SQLitePCL.raw.SQLITE_OK : SQLitePCL.raw.SQLITE_DENY;
        SQLitePCL.raw.sqlite3_set_authorizer(_connection.Handle, isGranted, null);
        SQLitePCL.raw.sqlite3_progress_handler(_connection.Handle, 1000, _ => cancellationToken.IsCancellationRequested ? 1 : 0, null);
        _question = Command(sql, [.. parameters.Select(parameter => (parameter.Name, Asked(parameter.Value)))]);
        return _question.ExecuteReader();
    }

    public override KomboDatabaseException? Translate(Exception failure, bool isQuery)
    {
        if (failure is not SqliteException error)
        {
            return failure is UnauthorizedAccessException or IOException
                ? new KomboDatabaseException(DatabaseFailure.AccessDenied, $"The database {Target} cannot be opened or made. Check that its folder exists, and the rights to it.")
                : null;
        }

        var code = error.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture);
        var (kind, message) = error.SqliteErrorCode switch
        {
            5 or 6 => (DatabaseFailure.Locked, $"The database {Target} is locked by another program. Close it, or wait until it is done, and run the command again."),
            8 => (DatabaseFailure.ReadOnly, isQuery ? "A query may not change the database." : $"The database {Target} cannot be written. Check the rights to the file and to its folder."),
            13 => (DatabaseFailure.Full, $"There is no space left for the database {Target}. Make space, and run the command again: it goes on where it stopped."),
            11 or 26 => (DatabaseFailure.NotADatabase, $"{Target} is not a database of SQLite, or it is damaged. Give another path, or restore the file."),
            14 => (DatabaseFailure.AccessDenied, $"The database {Target} cannot be opened. Check that its folder exists, and the rights to it."),
            23 => (DatabaseFailure.ReadOnly, "A query may only read the tables and views of the database."),
            _ when isQuery => (DatabaseFailure.InvalidQuery, error.Message),
            1 or 19 or 20 => (DatabaseFailure.ChangedTable, $"A table of the database {Target} is not as this module made it, and does not take its rows. Undo the change, or remove the table: the next run fills it anew."),
            _ => (DatabaseFailure.Other, $"The database {Target} failed with SQLite's code {code}."),
        };
        return new KomboDatabaseException(kind, message, code);
    }

    protected override void OpenAndLock()
    {
        try
        {
            _lock = OwnFile(Target.Path + ".lock", FileMode.OpenOrCreate);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new KomboDatabaseException(DatabaseFailure.InUse, $"Another sync works on the database {Target}. Run the command again when it is done.");
        }

        if (!File.Exists(Target.Path))
        {
            OwnFile(Target.Path!, FileMode.CreateNew).Dispose();
        }

        Open();
        Execute("pragma journal_mode = wal");
        Execute("pragma synchronous = normal");
        Execute("pragma wal_autocheckpoint = 0"); // See Committed.
    }

    protected override void OpenReader()
    {
        if (!File.Exists(Target.Path))
        {
            throw new KomboDatabaseException(DatabaseFailure.NotFound, $"There is no database {Target}. Sync-KomboDatabase makes it.");
        }

        Open();
        Execute("pragma query_only = on");
    }

    protected override void KeepLock()
    {
        // The operating system keeps it as long as the file is open.
    }

    /// <summary>
    /// Writes the log back into the file on another thread: SQLite itself would do so between two pages, and wait for the disk.
    /// Now and then all of it is waited for, so that the log begins anew and does not grow without end.
    /// </summary>
    protected override void Committed()
    {
        _commits++;
        if (_commits % CommitsACheckpoint == 0 && _checkpoint is null or { IsCompleted: true })
        {
            _checkpoint = Task.Run(Checkpoint);
        }

        if (_commits % CommitsALog == 0)
        {
            _checkpoint?.Wait();
            Checkpoint();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _checkpoint?.Wait();
        _checkpointConnection?.Dispose();
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _question?.Dispose();
        if (!_isReadOnly && _connection.State == System.Data.ConnectionState.Open)
        {
            try
            {
                // At rest the database is one file, that can be copied and read from a folder without write access.
                Execute("pragma busy_timeout = 0");
                _connection.DefaultTimeout = 1;
                Execute("pragma journal_mode = delete");
            }
            catch (SqliteException)
            {
                // Somebody reads it: the log stays, and is as good.
            }
        }

        _connection.Dispose();
        _lock?.Dispose();
    }

    private static bool IsReading(int action, string? first, string? second) => action switch
    {
        SQLitePCL.raw.SQLITE_SELECT or SQLitePCL.raw.SQLITE_READ or SQLitePCL.raw.SQLITE_RECURSIVE => true,
        SQLitePCL.raw.SQLITE_FUNCTION => second != "load_extension",
        SQLitePCL.raw.SQLITE_PRAGMA => first is "table_info" or "table_xinfo" or "table_list" or "index_list" or "index_info" or "index_xinfo", // As functions: pragma_table_info('hris_employees').
        _ => false,
    };

    /// <summary>A value as the tables have it.</summary>
    private object? Asked(object? value) => value switch
    {
        DateTime { Kind: DateTimeKind.Unspecified, TimeOfDay.Ticks: 0 } day => Bound(ColumnKind.Day, day),
        DateTime moment => Bound(ColumnKind.Instant, moment.ToUniversalTime()),
        decimal number => (double)number, // The driver would bind it as text.
        _ => value,
    };

    private void Checkpoint()
    {
        try
        {
            if (_checkpointConnection is null)
            {
                _checkpointConnection = new SqliteConnection(_connection.ConnectionString);
                _checkpointConnection.Open();
            }

            using var command = _checkpointConnection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(passive)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // The log keeps what could not be written back, and is as good.
        }
    }

    /// <summary>A statement that is made once and used again.</summary>
    private SqliteStatement Statement(SyncModel model, string purpose, Func<string> sql)
    {
        if (!_statements.TryGetValue((model, purpose), out var statement))
        {
            _statements[(model, purpose)] = statement = new SqliteStatement(_connection, sql());
        }

        return statement;
    }

    private void Open()
    {
        _connection.Open();
        Target.Opened?.Invoke(_connection);
    }

    /// <summary>A file that only its owner can read. On Windows it inherits the rights of its folder.</summary>
    private static FileStream OwnFile(string path, FileMode mode)
    {
#if NET
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#else
        return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None);
#endif
    }
}
