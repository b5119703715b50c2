using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Creates an employee in the connected tool, from the fields of its form.</summary>
[Cmdlet(VerbsCommon.New, "KomboEmployee", SupportsShouldProcess = true)]
[OutputType(typeof(EmployeeFormResult))]
[KomboOperation("POST", "hris/employees/form")]
public sealed class NewKomboEmployeeCommand : IntegrationWriteCommand<EmployeeFormResult>
{
    /// <summary>
    /// The fields of Get-KomboEmployeeForm and their values: a hashtable by the form's keys, nested where the form is.
    /// Dates are sent as yyyy-MM-dd, choices are the ids of options.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Map]
    [Alias("Properties")]
    [Body("properties", Required = true, BareDates = true)]
    public IDictionary Property { get; set; } = new Hashtable();
}
