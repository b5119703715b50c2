using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the payslips of employees. Kombo offers this as a closed beta.</summary>
[Cmdlet(VerbsCommon.Get, "KomboPayslip")]
[OutputType(typeof(Payslip))]
[KomboOperation("GET", "hris/payslips", List = "results", MaxPageSize = 250)]
public sealed class GetKomboPayslipCommand : SyncedListCommand<Payslip>
{
    /// <summary>Only payslips of one of these employees.</summary>
    [Parameter]
    [EntityId(typeof(Employee), Several = true)]
    [Query("employee_ids")]
    public string[]? EmployeeId { get; set; }

    /// <summary>Only payslips of one of these pay runs. The API spells it without the second underscore.</summary>
    [Parameter]
    [EntityId(typeof(PayRun), Several = true)]
    [Query("payrun_ids")]
    public string[]? PayRunId { get; set; }

    /// <summary>Only payslips of one of these legal entities.</summary>
    [Parameter]
    [EntityId(typeof(LegalEntity), Several = true)]
    [KnownNames(typeof(LegalEntity))]
    [Query("legal_entity_ids")]
    public string[]? LegalEntityId { get; set; }
}
