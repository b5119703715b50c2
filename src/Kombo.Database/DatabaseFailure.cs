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
