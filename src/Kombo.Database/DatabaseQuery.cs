using System.Data.Common;
using System.Globalization;
using System.Text;
using Kombo.Json;

namespace Kombo.Database;

/// <summary>Asks a database, and cannot change it.</summary>
public static class DatabaseQuery
{
    /// <summary>Runs a query and gives back its rows one by one.</summary>
    /// <param name="target">The database.</param>
    /// <param name="sql">The query; parameters stand in it as <c>@name</c>.</param>
    /// <param name="parameters">The values of the parameters, by their names without the @; null for none.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>Names and values: text, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateTime"/> (days without kind, moments in UTC), plain values of JSON, null.</returns>
    /// <exception cref="KomboDatabaseException">The query or the database failed.</exception>
    public static IEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> Run(
        DatabaseTarget target, string sql, IReadOnlyDictionary<string, object?>? parameters = null, CancellationToken cancellationToken = default)
    {
        using var store = Store.OpenToRead(target ?? throw new ArgumentNullException(nameof(target)));
        using var transaction = store.Guard(() => Begin(store), isQuery: true);
        using var command = store.Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var pair in parameters ?? new Dictionary<string, object?>())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + pair.Key.TrimStart('@', '$', ':');
            parameter.Value = Value(store, pair.Value);
            command.Parameters.Add(parameter);
        }

        using var stop = cancellationToken.Register(() => Stop(store, command));
        using var reader = store.Guard(command.ExecuteReader, isQuery: true);
        while (Next(store, reader, cancellationToken))
        {
            var row = new KeyValuePair<string, object?>[reader.FieldCount];
            for (var index = 0; index < row.Length; index++)
            {
                row[index] = new(reader.GetName(index), store.Guard(() => Plain(reader, index), isQuery: true));
            }

            yield return row;
        }
    }

    private static DbTransaction Begin(Store store)
    {
        if (store is SqliteStore)
        {
            return ((Microsoft.Data.Sqlite.SqliteConnection)store.Connection).BeginTransaction(deferred: true);
        }

        var transaction = store.Connection.BeginTransaction();
        using var command = store.Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "set transaction read only";
        command.ExecuteNonQuery();
        return transaction;
    }

    private static bool Next(Store store, DbDataReader reader, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return store.Guard(reader.Read, isQuery: true);
        }
        catch (KomboDatabaseException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static void Stop(Store store, DbCommand command)
    {
        if (store.Connection is Microsoft.Data.Sqlite.SqliteConnection { Handle: { } handle })
        {
            SQLitePCL.raw.sqlite3_interrupt(handle);
        }
        else
        {
            command.Cancel();
        }
    }

    private static object Value(Store store, object? value) => value switch
    {
        null => DBNull.Value,
        DateTime { Kind: DateTimeKind.Unspecified, TimeOfDay.Ticks: 0 } day => store is SqliteStore ? KomboTime.FormatBareDate(day) : day,
        DateTime moment => store is SqliteStore ? KomboTime.FormatInstant(moment) : moment.ToUniversalTime(),
        DateTimeOffset moment => store is SqliteStore ? KomboTime.FormatInstant(moment.UtcDateTime) : moment.UtcDateTime,
        string or bool or long or int or double or decimal or short or byte or float => value,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static object? Plain(DbDataReader reader, int index)
    {
        if (reader.IsDBNull(index))
        {
            return null;
        }

        var value = reader.GetValue(index);
        var type = reader.GetDataTypeName(index).ToLowerInvariant();
        return (value, type) switch
        {
            (string text, "json" or "jsonb" or "json_text") => PlainJson.TryParse(Encoding.UTF8.GetBytes(text), out var json) ? json : text,
            (string text, "date") when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            (string text, "timestamp") when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) => moment,
            (long flag, "boolean") => flag != 0,
            (int number, _) => (long)number,
            (short number, _) => (long)number,
            (float number, _) => (double)number,
            _ => value,
        };
    }
}
