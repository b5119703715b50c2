using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>Lets days pass in the company of a sandbox, so that there are changes to read.</summary>
[Cmdlet(VerbsCommon.Step, "KomboSandbox")]
[OutputType(typeof(void))]
public sealed class StepKomboSandboxCommand : PSCmdlet
{
    /// <summary>How many days.</summary>
    [Parameter(Position = 0)]
    [Number(Whole = true, Min = 1, Max = 366)]
    public int? Day { get; set; } = 1;

    /// <summary>The connection with the sandbox: an object from Connect-Kombo or its name. Without it, the runspace's current connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ConnectionArgument]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public KomboConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Connection ?? ConnectionTable.Current.Default;
        if (connection?.Sandbox is not { } sandbox)
        {
            var failure = connection is null
                ? new KomboException(KomboFailure.NotConnected, "There is no current connection in this runspace. Run Connect-Kombo -Sandbox first.")
                : KomboException.InvalidInput(nameof(Connection), $"{InputValue.Quote(connection.Name)} is no sandbox: {connection.Server}. Days pass only in what Connect-Kombo -Sandbox connects with.");
            ThrowTerminatingError(ErrorRecords.From(failure, connection));
            return;
        }

        if (connection.IsClosed)
        {
            ThrowTerminatingError(ErrorRecords.From(KomboException.InvalidInput(nameof(Connection), $"{InputValue.Quote(connection.Name)} is closed. Connect-Kombo opens a new one."), connection));
        }

        SandboxConnection.PassDays(sandbox, Day ?? 1);
    }
}
