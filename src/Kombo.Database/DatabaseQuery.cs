using System.Data.Common;
using System.Globalization;
using System.Text;
using Kombo.Json;

namespace Kombo.Database;

/// <summary>Asks a database, and cannot change it.</summary>
public static class DatabaseQuery
{
    /// <summary>
    /// What the driver of SQLite calls the type of a text that no column holds, such as max(changed_at): its form tells whether it
    /// is a date. (A column of this module is "text".)
    /// </summary>
    private const string SqliteExpression = "TEXT";

    private const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;

    /// <summary>Runs a query and gives back its rows one by one.</summary>
    /// <param name="target">The database.</param>
    /// <param name="sql">The query, one statement that reads; parameters stand in it as <c>@name</c>.</param>
    /// <param name="parameters">
    /// The values of the parameters, by their names, in any case, with or without the @; null for none. Lists and maps become JSON.
    /// </param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>Names and values: text, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateTime"/> (days without kind, moments in UTC), plain values of JSON, null.</returns>
    /// <exception cref="KomboDatabaseException">The query or the database failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> Run(
        DatabaseTarget target, string sql, IReadOnlyDictionary<string, object?>? parameters = null, CancellationToken cancellationToken = default)
    {
        var names = QueryText.ParametersOf(
            sql ?? throw new ArgumentNullException(nameof(sql)), (target ?? throw new ArgumentNullException(nameof(target))).Path is null);
        return Rows(target, sql, Bind(names, parameters), cancellationToken);
    }

    private static IEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> Rows(
        DatabaseTarget target, string sql, List<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var store = Store.OpenToRead(target);
        var reader = Try(store, () => store.Ask(sql, parameters, cancellationToken), cancellationToken);
        var isOver = false;
        try
        {
            var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
            while (!(isOver = !Try(store, () => reader.ReadAsync(cancellationToken).GetAwaiter().GetResult(), cancellationToken)))
            {
                var row = new KeyValuePair<string, object?>[names.Length];
                for (var index = 0; index < row.Length; index++)
                {
                    row[index] = new(names[index], Try(store, () => Plain(reader, index), cancellationToken));
                }

                yield return row;
            }
        }
        finally
        {
            store.EndAsk(reader, isOver);
        }
    }

    /// <summary>Gives each parameter of the query its value, and refuses what does not fit together.</summary>
    private static List<(string Name, object? Value)> Bind(IReadOnlyList<string> names, IReadOnlyDictionary<string, object?>? parameters)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in parameters ?? new Dictionary<string, object?>())
        {
            var name = pair.Key.TrimStart('@', '$', ':');
            if (values.ContainsKey(name))
            {
                throw QueryText.Refused($"The parameter {name} is given twice.");
            }

            if (!names.Any(other => other.Substring(1).Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw QueryText.Refused($"The query has no parameter @{name}.");
            }

            values[name] = Value(pair.Value);
        }

        return
        [
            .. names.Select(name => (name, values.TryGetValue(name.Substring(1), out var value)
                ? value
                : throw QueryText.Refused($"The query has the parameter {name}, but no value is given for it."))),
        ];
    }

    private static T Try<T>(Store store, Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return store.Guard(work, isQuery: true);
        }
        catch (KomboDatabaseException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>A value as one of the few types that both databases take.</summary>
    private static object? Value(object? value) => value switch
    {
        null or DBNull => null,
        string or bool or long or double or DateTime or decimal => value,
        DateTimeOffset moment => moment.UtcDateTime,
        byte or sbyte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => (decimal)number,
        float number => (double)number,
#if NET
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
#endif
        System.Collections.IEnumerable => PlainJson.ToText(value),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static object? Plain(DbDataReader reader, int index)
    {
        if (reader.IsDBNull(index))
        {
            return null;
        }

        object value;
        try
        {
            value = reader.GetValue(index);
        }
        catch (Exception failure) when (failure is InvalidCastException or OverflowException or NotSupportedException)
        {
            throw QueryText.Refused($"The column {reader.GetName(index)} has a value that .NET cannot represent. Convert it in the query: cast(... as text).");
        }

        var type = reader.GetDataTypeName(index);
        return (value, type == SqliteExpression ? type : type.ToLowerInvariant()) switch
        {
            (string text, "json" or "jsonb" or "json_text") => PlainJson.TryParse(Encoding.UTF8.GetBytes(text), out var json) ? json : text,
            (string text, "date" or SqliteExpression) when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            (string text, "timestamp") when DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var moment) => moment,
            (string text, SqliteExpression) when DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, Utc, out var moment) => moment,
            (long flag, "boolean") => flag != 0,
            (long number, "number") => (double)number, // SQLite keeps 3.0 as the integer 3.
            (int number, _) => (long)number,
            (short number, _) => (long)number,
            (float number, _) => (double)number,
            _ => value,
        };
    }
}
