using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Saves a payroll document of an employee from DATEV.</summary>
[Cmdlet(VerbsData.Save, "KomboDatevEmployeeDocument", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
[KomboOperation("POST", "custom/datev/employees/{employee_id}/download-document", Reads = true, Live = true)]
public sealed class SaveKomboDatevEmployeeDocumentCommand : SaveDatevDocumentCommand
{
    /// <summary>The employee whose document it is: a Kombo id, or remote: and the id at DATEV.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Path("employee_id")]
    public string EmployeeId { get; set; } = "";
}
