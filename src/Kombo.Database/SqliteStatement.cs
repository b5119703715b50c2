using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kombo.Database;

/// <summary>
/// A statement that is prepared once and run for every row. Its parameters are numbers, from 1 on: the driver looks each one up by
/// its name whenever a command runs, which takes as long as the insert itself. Only inside a transaction, where no lock has to be
/// waited for.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = new byte[256];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>How many rows the last run has changed.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>Gives a parameter its value: text, <see cref="double"/>, <see cref="long"/>, text in UTF-8, null.</summary>
    public void Bind(int parameter, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        string text => BindText(parameter, text),
        ReadOnlyMemory<byte> utf8 => raw.sqlite3_bind_text(_statement, parameter, utf8.Span),
        double number => raw.sqlite3_bind_double(_statement, parameter, number),
        long number => raw.sqlite3_bind_int64(_statement, parameter, number),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of SQLite.", nameof(value)),
    });

    /// <summary>Runs the statement, and gives back the number in the first column of its first row; null where there is none.</summary>
    public long? Run()
    {
        try
        {
            var result = raw.sqlite3_step(_statement);
            if (result == raw.SQLITE_ROW)
            {
                return raw.sqlite3_column_int64(_statement, 0);
            }

            Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
            return null;
        }
        finally
        {
            raw.sqlite3_reset(_statement); // Tells the failure of the step again.
        }
    }

    public void Dispose() => _statement.Dispose();

    private int BindText(int parameter, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, parameter, ""); // An empty span would be null.
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most];
        }

        return raw.sqlite3_bind_text(_statement, parameter, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, 0, text.Length, _buffer, 0)));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
