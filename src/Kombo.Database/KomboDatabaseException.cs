namespace Kombo.Database;

/// <summary>The ways in which a database can fail.</summary>
public enum DatabaseFailure
{
    /// <summary>There is no such database.</summary>
    NotFound,

    /// <summary>The target is given wrongly: an unusable path or connection string.</summary>
    InvalidTarget,

    /// <summary>Another sync works on the database.</summary>
    InUse,

    /// <summary>Another program has locked the database for longer than was waited for.</summary>
    Locked,

    /// <summary>There is no space left.</summary>
    Full,

    /// <summary>The database cannot be written.</summary>
    ReadOnly,

    /// <summary>The database cannot be read: rights, or a password, are missing.</summary>
    AccessDenied,

    /// <summary>The server cannot be reached, or the connection broke.</summary>
    Unreachable,

    /// <summary>The file is no database, or it is damaged.</summary>
    NotADatabase,

    /// <summary>A newer version of this module has written it.</summary>
    NewerSchema,

    /// <summary>A table is not as this module made it, and cannot be mended.</summary>
    ChangedTable,

    /// <summary>The query is refused.</summary>
    InvalidQuery,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>The one exception of databases: what failed, and what to do about it. It never has rows, passwords or connection strings.</summary>
public sealed class KomboDatabaseException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="failure">What kind.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="databaseCode">The database's own code.</param>
    public KomboDatabaseException(DatabaseFailure failure, string message, string? databaseCode = null)
        : base(message)
    {
        Failure = failure;
        DatabaseCode = databaseCode;
    }

    /// <summary>The kind of failure.</summary>
    public DatabaseFailure Failure { get; }

    /// <summary>The code of the database: SQLite's extended result code, or PostgreSQL's SQLSTATE; null when it did not say.</summary>
    public string? DatabaseCode { get; }

    /// <summary>The stable id of the error: <c>Kombo.DatabaseLocked</c> and the like.</summary>
    public string ErrorId => "Kombo.Database" + Failure;
}
