using System.Data.Common;
using System.Globalization;
using System.Text;
using Kombo.Json;

namespace Kombo.Database;

/// <summary>What is known of the copy of a model.</summary>
internal sealed record SyncState(
    DateTime? Watermark, DateTime? LastFull, string? Cursor, DateTime? RunFrom, DateTime? RunUntil, bool RunIsFull, bool RunMarks);

/// <summary>
/// An open database. What SQLite and PostgreSQL have in common is here; the two classes below have what differs: types, JSON,
/// the lock, and how many rows are written at once. Names in SQL come from <see cref="SyncModel"/> only.
/// </summary>
internal abstract class Store : IDisposable
{
    /// <summary>The version of the tables that this code writes.</summary>
    public const int SchemaVersion = 1;

    protected const string StateTable = "kombo_models";
    protected const string SeenTable = "kombo_seen";
    protected const string ViewsTable = "kombo_views";
    protected const string SchemaTable = "kombo_schema";

    protected Store(DatabaseTarget target) => Target = target;

    public DatabaseTarget Target { get; }

    /// <summary>The connection.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>The open transaction; null for none.</summary>
    public DbTransaction? Transaction { get; private set; }

    /// <summary>Opens a database to write it, makes it where there is none, and takes its lock.</summary>
    public static Store OpenToWrite(DatabaseTarget target)
    {
        Store store = target.Path is null ? new PostgresStore(target) : new SqliteStore(target, isReadOnly: false);
        return store.Opened(() =>
        {
            store.OpenAndLock();
            store.EnsureSchema();
        });
    }

    /// <summary>Opens a database to read it.</summary>
    public static Store OpenToRead(DatabaseTarget target)
    {
        Store store = target.Path is null ? new PostgresStore(target) : new SqliteStore(target, isReadOnly: true);
        return store.Opened(store.OpenReader);
    }

    public static string Quote(string name) => "\"" + name + "\"";

    /// <summary>Carries out what can fail, and makes every failure of the database a <see cref="KomboDatabaseException"/>.</summary>
    public T Guard<T>(Func<T> work, bool isQuery = false)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (Translate(failure, isQuery) is { } known)
        {
            throw known;
        }
    }

    public void Guard(Action work) => Guard(() =>
    {
        work();
        return true;
    });

    /// <summary>Carries out work in one transaction: all of it, or nothing.</summary>
    public void InTransaction(Action work) => Guard(() =>
    {
        KeepLock();
        using var transaction = Connection.BeginTransaction();
        Transaction = transaction;
        try
        {
            work();
            Target.Committing?.Invoke(false);
            transaction.Commit();
            Committed();
            Target.Committing?.Invoke(true);
        }
        finally
        {
            Transaction = null;
        }
    });

    public int Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public object? Scalar(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public List<object?[]> Rows(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var index = 0; index < row.Length; index++)
            {
                row[index] = reader.IsDBNull(index) ? null : reader.GetValue(index);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A value of a kind as a parameter takes it.</summary>
    public abstract object? Bound(ColumnKind kind, object? value);

    /// <summary>A moment as the database gives it back.</summary>
    public abstract DateTime? Moment(object? value);

    public abstract string TypeOf(ColumnKind kind);

    /// <summary>The text of a member of a JSON column; null where that is no object.</summary>
    public abstract string JsonText(string json, string member);

    /// <summary>A member of a JSON value as a value of a kind.</summary>
    public abstract string JsonValue(string json, string member, ColumnKind kind);

    /// <summary>The items of a list in a JSON column, for a from clause, as <c>item</c> with value and position.</summary>
    public abstract string JsonItems(string json);

    /// <summary>The expressions for an item's value and its position from 0 on.</summary>
    public abstract (string Value, string Position) JsonItem { get; }

    /// <summary>How a computed column is declared.</summary>
    public abstract string Computed(string expression);

    public abstract IReadOnlyList<string> ColumnNames(string table);

    public abstract bool HasView(string view);

    public bool HasTable(string table) => ColumnNames(table).Count > 0;

    /// <summary>Which of the ids are there, and whether they are marked as gone.</summary>
    public abstract Dictionary<string, bool> Existing(SyncModel model, string integration, IReadOnlyList<string> ids);

    /// <summary>Writes rows that differ from those in the table.</summary>
    /// <returns>The ids of those that did.</returns>
    public abstract HashSet<string> Upsert(SyncModel model, string integration, IReadOnlyList<Row> rows);

    /// <summary>Notes ids as having come back.</summary>
    public abstract void InsertSeen(SyncModel model, string integration, IReadOnlyList<string> ids);

    /// <summary>Runs the text of a user, one statement, so that it cannot write, whatever it is.</summary>
    public abstract DbDataReader Ask(string sql, IReadOnlyList<(string Name, object? Value)> parameters, CancellationToken cancellationToken);

    /// <summary>Ends a query, also one whose rows nobody wants any more.</summary>
    public virtual void EndAsk(DbDataReader reader, bool isOver) => reader.Dispose();

    public SyncState? ReadState(SyncModel model, string integration)
    {
        var rows = Rows(
            $"select watermark, last_full, run_cursor, run_from, run_until, run_is_full, run_marks from {StateTable} where integration_id = @i and model = @m",
            ("@i", integration),
            ("@m", model.Table));
        return rows.Count == 0 ? null : new SyncState(
            Moment(rows[0][0]),
            Moment(rows[0][1]),
            rows[0][2] as string,
            Moment(rows[0][3]),
            Moment(rows[0][4]),
            Convert.ToBoolean(rows[0][5] ?? false, CultureInfo.InvariantCulture),
            Convert.ToBoolean(rows[0][6] ?? false, CultureInfo.InvariantCulture));
    }

    public void WriteState(SyncModel model, string integration, SyncState state) => Execute(
        $"""
        insert into {StateTable} (integration_id, model, watermark, last_full, run_cursor, run_from, run_until, run_is_full, run_marks)
        values (@i, @m, @w, @l, @c, @f, @u, @full, @marks)
        on conflict (integration_id, model) do update set watermark = excluded.watermark, last_full = excluded.last_full, run_cursor = excluded.run_cursor,
        run_from = excluded.run_from, run_until = excluded.run_until, run_is_full = excluded.run_is_full, run_marks = excluded.run_marks
        """,
        ("@i", integration),
        ("@m", model.Table),
        ("@w", Bound(ColumnKind.Instant, state.Watermark)),
        ("@l", Bound(ColumnKind.Instant, state.LastFull)),
        ("@c", Bound(ColumnKind.Text, state.Cursor)),
        ("@f", Bound(ColumnKind.Instant, state.RunFrom)),
        ("@u", Bound(ColumnKind.Instant, state.RunUntil)),
        ("@full", Bound(ColumnKind.Flag, state.RunIsFull)),
        ("@marks", Bound(ColumnKind.Flag, state.RunMarks)));

    public void ClearSeen(SyncModel model, string integration) =>
        Execute($"delete from {SeenTable} where integration_id = @i and model = @m", ("@i", integration), ("@m", model.Table));

    /// <summary>The ids of rows that are not marked as gone and did not come back.</summary>
    public List<string> NotSeen(SyncModel model, string integration) =>
    [
        .. Rows(
            $"""
            select t.id from {Quote(model.Table)} t where t.integration_id = @i and t.remote_deleted_at is null
            and not exists (select 1 from {SeenTable} s where s.integration_id = @i and s.model = @m and s.id = t.id)
            """,
            ("@i", integration),
            ("@m", model.Table)).Select(row => (string)row[0]!),
    ];

    public bool HasRows(SyncModel model, string integration) =>
        Scalar($"select 1 from {Quote(model.Table)} where integration_id = @i limit 1", ("@i", integration)) is not null;

    /// <summary>A row of the table as the JSON that it came as, but for the order of its members.</summary>
    public JsonRow? ReadRow(SyncModel model, string integration, string id)
    {
        var columns = string.Join(", ", model.Columns.Select(column => Quote(column.Name)));
        var rows = Rows($"select {columns}, additional_data from {Quote(model.Table)} where integration_id = @i and id = @id", ("@i", integration), ("@id", id));
        if (rows.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder("{");
        for (var index = 0; index < model.Columns.Count; index++)
        {
            if (rows[0][index] is { } value)
            {
                text.Append(text.Length > 1 ? "," : "").Append(PlainJson.ToText(model.Columns[index].Name)).Append(':').Append(JsonOf(model.Columns[index].Kind, value));
            }
        }

        if (rows[0][model.Columns.Count] is string { Length: > 2 } additional)
        {
            text.Append(text.Length > 1 ? "," : "").Append(additional, 1, additional.Length - 2);
        }

        return new JsonRow(Encoding.UTF8.GetBytes(text.Append('}').ToString()));
    }

    /// <summary>Ends everything, and gives the lock back.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What a failure of the driver means; null for what is none of the database's.</summary>
    public abstract KomboDatabaseException? Translate(Exception failure, bool isQuery);

    protected abstract void OpenAndLock();

    protected abstract void OpenReader();

    /// <summary>Sees to it that the lock is still there.</summary>
    protected abstract void KeepLock();

    /// <summary>A transaction is in the database.</summary>
    protected virtual void Committed()
    {
    }

    protected abstract void Dispose(bool disposing);

    protected DbCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = value as DbParameter ?? command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is DbParameter ? parameter.Value : value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Insert, columns included, up to the values.</summary>
    protected static string InsertInto(SyncModel model) =>
        $"insert into {Quote(model.Table)} as t (integration_id, {string.Join(", ", model.Columns.Select(column => Quote(column.Name)))}, additional_data)";

    protected static string OnConflict(SyncModel model, string differs)
    {
        var columns = model.Columns.Where(column => column.Name != "id").Select(column => Quote(column.Name)).Append("additional_data").ToArray();
        return $"""
            on conflict (integration_id, id) do update set {string.Join(", ", columns.Select(column => $"{column} = excluded.{column}"))}
            where {string.Join(" or ", columns.Select(column => $"t.{column} {differs} excluded.{column}"))}
            """;
    }

    private static string JsonOf(ColumnKind kind, object value) => kind switch
    {
        ColumnKind.Json => (string)value,
        ColumnKind.Flag => Convert.ToBoolean(value, CultureInfo.InvariantCulture) ? "true" : "false",
        ColumnKind.Day when value is DateTime day => PlainJson.ToText(KomboTime.FormatBareDate(day)),
        _ => PlainJson.ToText(value),
    };

    private Store Opened(Action open)
    {
        try
        {
            Guard(open);
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void EnsureSchema()
    {
        if (ColumnNames(SchemaTable).Count > 0 && ReadVersion() is var found && found > SchemaVersion)
        {
            throw new KomboDatabaseException(
                DatabaseFailure.NewerSchema, $"The database was written by a newer version of this module (schema {found}; this one knows {SchemaVersion}). Update the module, or use another database.");
        }

        if (ColumnNames(SchemaTable).Count == 0 || ReadVersion() != SchemaVersion || ColumnNames(StateTable).Count == 0 || ColumnNames(SeenTable).Count == 0 || ColumnNames(ViewsTable).Count == 0)
        {
            CreateSchema();
        }
    }

    private long ReadVersion() => Convert.ToInt64(Scalar($"select max(version) from {SchemaTable}") ?? 0L, CultureInfo.InvariantCulture);

    private void CreateSchema() => InTransaction(() =>
    {
        var instant = TypeOf(ColumnKind.Instant);
        var flag = TypeOf(ColumnKind.Flag);
        Execute($"create table if not exists {SchemaTable} (version integer primary key)");
        Execute(
            $"""
            create table if not exists {StateTable} (integration_id text not null, model text not null, watermark {instant}, last_full {instant}, run_cursor text,
            run_from {instant}, run_until {instant}, run_is_full {flag}, run_marks {flag}, primary key (integration_id, model))
            """);
        Execute($"create table if not exists {SeenTable} (integration_id text not null, model text not null, id text not null, primary key (integration_id, model, id))");
        Execute($"create table if not exists {ViewsTable} (name text primary key, definition text not null)");

        // A cursor of an older version may have come from another request.
        Execute($"update {StateTable} set run_cursor = null");
        Execute($"delete from {SchemaTable}");
        Execute($"insert into {SchemaTable} (version) values ({SchemaVersion})");
    });
}
