using System.Management.Automation;
using System.Security;
using Kombo.Database;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read a database of Sync-KomboDatabase.</summary>
public abstract class DatabaseReadCommand : KomboCommand
{
    private protected const string PathSet = "Path";
    private protected const string ServerSet = "ConnectionString";

    /// <summary>The file of a SQLite database.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [FilePath]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The connection string of a PostgreSQL database, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = ServerSet, Mandatory = true)]
    [Secret]
    [ValidateNotNullOrEmpty]
    public SecureString? ConnectionString { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            Read();
        }
        catch (KomboException failure)
        {
            Terminate(failure, null);
        }
    }

    /// <summary>Reads. Only here the types of the database are named, which are loaded with this method.</summary>
    private void Read()
    {
        try
        {
            var target = DatabaseLocation.Of(this, Path, ConnectionString);
            foreach (var row in Rows(target))
            {
                ThrowIfStopped();
                WriteObject(row);
            }
        }
        catch (KomboDatabaseException failure)
        {
            ThrowTerminatingError(DatabaseLocation.Error(failure, Path));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>What the cmdlet writes.</summary>
    private protected abstract IEnumerable<object> Rows(DatabaseTarget target);
}
