using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deprecated: creates an employee in the connected tool, without a form. Use New-KomboEmployee.</summary>
[Cmdlet(VerbsCommon.New, "KomboLegacyEmployee", SupportsShouldProcess = true)]
[OutputType(typeof(Employee))]
[KomboOperation("POST", "hris/employees", Successor = "New-KomboEmployee")]
public sealed class NewKomboLegacyEmployeeCommand : EmployeeWriteCommand
{
    /// <summary>The first name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("first_name", Required = true)]
    public string FirstName { get; set; } = "";

    /// <summary>The last name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("last_name", Required = true)]
    public string LastName { get; set; } = "";

    /// <summary>The e-mail address at work; some tools take it as the private one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("work_email")]
    public string? WorkEmail { get; set; }
}
