using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Adds a supplement to an employee's payroll in Silae.</summary>
[Cmdlet(VerbsCommon.Add, "KomboSilaePayrollSupplement", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Employee))]
[KomboOperation("POST", "custom/silae/employees/{employee_id}/payroll-supplements")]
public sealed class AddKomboSilaePayrollSupplementCommand : IntegrationActionCommand
{
    /// <summary>The employee: a Kombo id, or remote: and the id in Silae.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Path("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>Silae's code of the supplement.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("supplement_code", Required = true)]
    public string SupplementCode { get; set; } = "";

    /// <summary>The day from which it applies.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("effective_date", Required = true)]
    public DateTime? EffectiveDate { get; set; }

    /// <summary>The value, for a supplement that is a number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Number(ByCulture = true)]
    [Body("element_amount")]
    public double? ElementAmount { get; set; }

    /// <summary>The value, for a supplement that is text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("element_string")]
    public string? ElementString { get; set; }
}
