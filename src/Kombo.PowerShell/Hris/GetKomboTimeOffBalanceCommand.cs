using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads how much time off employees have left.</summary>
[Cmdlet(VerbsCommon.Get, "KomboTimeOffBalance")]
[OutputType(typeof(TimeOffBalance))]
[KomboOperation("GET", "hris/time-off-balances", List = "results", MaxPageSize = 250)]
public sealed class GetKomboTimeOffBalanceCommand : SyncedListCommand<TimeOffBalance>
{
    /// <summary>Only balances of this employee.</summary>
    [Parameter]
    [EntityId(typeof(Employee))]
    [Query("employee_id")]
    public string? EmployeeId { get; set; }
}
