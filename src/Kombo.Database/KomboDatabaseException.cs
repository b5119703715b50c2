namespace Kombo.Database;

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
