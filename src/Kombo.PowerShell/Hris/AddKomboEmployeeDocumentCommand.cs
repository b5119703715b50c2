using System.Collections;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Files a document for an employee.</summary>
[Cmdlet(VerbsCommon.Add, "KomboEmployeeDocument", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Employee))]
[KomboOperation("POST", "hris/employees/{employee_id}/documents")]
public sealed class AddKomboEmployeeDocumentCommand : FileActionCommand
{
    /// <summary>The employee.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Employee))]
    [Path("employee_id")]
    public string EmployeeId { get; set; } = "";

    /// <summary>The kind of document, see Get-KomboEmployeeDocumentCategory.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EmployeeDocumentCategoryId")]
    [EntityId(typeof(EmployeeDocumentCategory))]
    [KnownNames(typeof(EmployeeDocumentCategory))]
    [Body("category_id")]
    public string CategoryId { get; set; } = "";

    /// <summary>What only some tools need, by tool: a hashtable whose keys are sent as they are.</summary>
    [Parameter]
    [Map]
    [Body("remote_fields")]
    public IDictionary? RemoteField { get; set; }

    /// <inheritdoc/>
    [Body("document", Required = true)]
    private protected override KomboMap? FileBody { get; set; }
}
