using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that tell whether a service of DATEV can be used.</summary>
public abstract class DatevPermissionCommand : IntegrationReadCommand<DatevPermissionCheck>
{
    /// <summary>Writes the whole answer, with the reason, instead of true or false.</summary>
    [Parameter]
    [Flag]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    private protected override void Output(DatevPermissionCheck answer)
    {
        if (Detailed)
        {
            WriteObject(answer);
            return;
        }

        if (answer.Ready != true)
        {
            WriteVerbose($"Not ready: {answer.Error ?? "DATEV gives no reason."}");
        }

        WriteObject(answer.Ready == true);
    }
}
