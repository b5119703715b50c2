using System.Data.Common;

namespace Kombo.Database;

/// <summary>Where a copy is kept: a file of SQLite, or a database of PostgreSQL.</summary>
public sealed class DatabaseTarget
{
    private DatabaseTarget(string? path, string? connectionString)
    {
        Path = path;
        ConnectionString = connectionString;
    }

    /// <summary>The full path of the file; null for PostgreSQL.</summary>
    public string? Path { get; }

    /// <summary>The connection string; null for SQLite.</summary>
    internal string? ConnectionString { get; }

    /// <summary>How long to wait for a lock that another program has.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For tests: a connection was opened.</summary>
    internal Action<DbConnection>? Opened { get; set; }

    /// <summary>For tests: a transaction is about to be committed (false), or was (true).</summary>
    internal Action<bool>? Committing { get; set; }

    /// <summary>A database in a file.</summary>
    /// <param name="path">The path; a relative one counts from the process's current folder.</param>
    /// <returns>The target.</returns>
    /// <exception cref="KomboDatabaseException">The path is unusable.</exception>
    public static DatabaseTarget File(string path)
    {
        try
        {
            return new DatabaseTarget(System.IO.Path.GetFullPath(path), null);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new KomboDatabaseException(DatabaseFailure.InvalidTarget, "The path of the database cannot be used. Give the path of a file, such as hr.db.");
        }
    }

    /// <summary>A database of a server that speaks PostgreSQL's protocol.</summary>
    /// <param name="connectionString">Npgsql's keywords and values, such as <c>Host=db;Database=hr;Username=sync;Password=...</c>.</param>
    /// <returns>The target.</returns>
    /// <exception cref="KomboDatabaseException">The connection string is unusable.</exception>
    public static DatabaseTarget Postgres(string connectionString) => new(null, PostgresStore.Checked(connectionString));

    /// <summary>The path, or the server and the database; never the user or the password.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Path ?? PostgresStore.Shown(ConnectionString!);
}
