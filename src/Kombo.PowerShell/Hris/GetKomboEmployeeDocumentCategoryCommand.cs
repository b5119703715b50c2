using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the kinds of documents that the connected tool files for employees.</summary>
[Cmdlet(VerbsCommon.Get, "KomboEmployeeDocumentCategory")]
[OutputType(typeof(EmployeeDocumentCategory))]
[KomboOperation("GET", "hris/employee-document-categories", List = "results", MaxPageSize = 250)]
public sealed class GetKomboEmployeeDocumentCategoryCommand : SyncedListCommand<EmployeeDocumentCategory>;
