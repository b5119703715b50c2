using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Makes a connection the current one of this runspace: the one that commands use unless they name another.</summary>
[Cmdlet(VerbsCommon.Select, "KomboConnection")]
[OutputType(typeof(void), typeof(KomboConnection))]
public sealed class SelectKomboConnectionCommand : PSCmdlet
{
    /// <summary>The connection, or its name. An object of another runspace becomes one of this runspace, too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ConnectionArgument]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public KomboConnection? Connection { get; set; }

    /// <summary>Writes the connection.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Connection!;
        if (connection.IsClosed)
        {
            ThrowTerminatingError(ErrorRecords.From(KomboException.InvalidInput(nameof(Connection), $"{InputValue.Quote(connection.Name)} is closed. Connect-Kombo opens a new one."), connection));
        }

        ConnectionTable.Current.Add(connection);
        if (PassThru)
        {
            WriteObject(connection);
        }
    }
}
