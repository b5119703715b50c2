using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Sets what an employee gets in a payroll run, besides the regular pay.</summary>
[Cmdlet(VerbsCommon.Set, "KomboDatevPayroll", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Employee))]
[KomboOperation("PUT", "custom/datev/employees/{employee_id}/prepare-payroll")]
public sealed class SetKomboDatevPayrollCommand : IntegrationActionCommand
{
    /// <summary>The employee: a Kombo id, or remote: and the id at DATEV.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Path("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>The day of the payroll run.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Date(ByCulture = true)]
    [Body("payroll_run.date", Required = true)]
    public DateTime? PayrollRunDate { get; set; }

    /// <summary>All payments by the hour: hashtables with hours and lohnart; an empty list for none.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [Map(Several = true)]
    [Body("hourly_payments", Required = true, Numbers = ["hours", "lohnart"])]
    public IDictionary[] HourlyPayment { get; set; } = [];

    /// <summary>All payments of a fixed amount: hashtables with amount and lohnart; an empty list for none.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [Map(Several = true)]
    [Body("fixed_payments", Required = true, Numbers = ["amount", "lohnart"])]
    public IDictionary[] FixedPayment { get; set; } = [];

    /// <summary>Entries of your own for LODAS: hashtables with amount, lohnart and bearbeitungsschluessel.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [Map(Several = true)]
    [Body("custom_lodas", Numbers = ["amount", "lohnart", "bearbeitungsschluessel"])]
    public IDictionary[]? CustomLodas { get; set; }
}
