using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Closes a connection of this runspace and forgets its key.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Kombo")]
public sealed class DisconnectKomboCommand : PSCmdlet
{
    /// <summary>The connection to close, or its name; without it, the current one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ConnectionArgument]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public KomboConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Connection ?? ConnectionTable.Current.Default;
        if (connection is null)
        {
            WriteVerbose("There is no current connection to close.");
            return;
        }

        ConnectionTable.Current.Remove(connection);
        connection.Close();
    }
}
