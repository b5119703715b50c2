using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Saves a payroll document of the company, or of an employee, from DATEV.</summary>
[Cmdlet(VerbsData.Save, "KomboDatevDocument", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
[KomboOperation("POST", "custom/datev/download-document", Reads = true, Live = true)]
public sealed class SaveKomboDatevDocumentCommand : SaveDatevDocumentCommand
{
    /// <summary>The employee whose document it is; without it, a document of the company is meant.</summary>
    [Parameter]
    [AllowNull]
    [EntityId(typeof(Employee), AllowRemote = true)]
    [Body("employee_id", Nullable = true, Always = true)]
    public string? EmployeeId { get; set; }
}
