using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Security;
using Kombo.Database;

namespace Kombo.PowerShell;

/// <summary>
/// The database that -Path or -ConnectionString names. A method that uses a type of Kombo.Database loads its assembly and those
/// of the database as soon as it runs, so that only what follows here does: neither the import nor a list needs them.
/// </summary>
internal static class DatabaseLocation
{
    /// <summary>The database, or a terminating error.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static DatabaseTarget Of(PSCmdlet command, string? path, SecureString? connectionString) => path is null
        ? DatabaseTarget.Postgres(SecretAttribute.Reveal(connectionString!))
        : DatabaseTarget.File(OutputPath.Of(command, path, "Path"));

    /// <summary>The models, by their names or those of their tables.</summary>
    /// <exception cref="KomboException">There is no such model.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IReadOnlyList<SyncModel>? Models(string[]? names) => names?.Select(name => SyncModel.Find(name)
        ?? throw KomboException.InvalidInput("Model", $"{InputValue.Quote(name)} is not a model. There are: {string.Join(", ", SyncModel.All)}.")).Distinct().ToArray();

    /// <summary>The names of all models.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IEnumerable<string> ModelNames() => SyncModel.All.Select(model => model.Name);

    /// <summary>A failure of the database as PowerShell shows it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ErrorRecord Error(KomboDatabaseException failure, object? target) => new(failure, failure.ErrorId, failure.Failure switch
    {
        DatabaseFailure.NotFound => ErrorCategory.ObjectNotFound,
        DatabaseFailure.InvalidTarget or DatabaseFailure.InvalidQuery => ErrorCategory.InvalidArgument,
        DatabaseFailure.InUse or DatabaseFailure.Locked => ErrorCategory.ResourceBusy,
        DatabaseFailure.Full => ErrorCategory.LimitsExceeded,
        DatabaseFailure.ReadOnly => ErrorCategory.WriteError,
        DatabaseFailure.AccessDenied => ErrorCategory.PermissionDenied,
        DatabaseFailure.Unreachable => ErrorCategory.ConnectionError,
        DatabaseFailure.NotADatabase or DatabaseFailure.NewerSchema or DatabaseFailure.ChangedTable => ErrorCategory.InvalidData,
        _ => ErrorCategory.NotSpecified,
    }, target);
}
