using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Sends to DATEV what Kombo has for it: general data, or the payroll data of a month.</summary>
[Cmdlet(VerbsLifecycle.Start, "KomboDatevDataPush", SupportsShouldProcess = true, DefaultParameterSetName = GeneralSet)]
[OutputType(typeof(DatevPushedFile))]
[KomboOperation("POST", GeneralPath, List = "files")]
[KomboOperation("POST", PayrollPath, List = "files")]
public sealed class StartKomboDatevDataPushCommand : IntegrationWriteCommand<DatevPushedFile>, IOperationChoice
{
    private const string GeneralSet = "General";
    private const string PayrollSet = "Payroll";
    private const string GeneralPath = "custom/datev/push-data/general";
    private const string PayrollPath = "custom/datev/push-data/payroll";

    /// <summary>Sends employees, compensations and absences.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GeneralSet)]
    [Flag]
    public SwitchParameter General { get; set; }

    /// <summary>Sends the supplements of this month: any day in it, or yyyy-MM.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PayrollSet)]
    [Month(ByCulture = true)]
    [Body("payroll_month")]
    public DateTime? PayrollMonth { get; set; }

    /// <inheritdoc/>
    string IOperationChoice.ChosenPath => PayrollMonth is null ? GeneralPath : PayrollPath;
}
