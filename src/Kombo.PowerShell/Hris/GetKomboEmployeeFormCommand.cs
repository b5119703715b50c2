using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which fields the connected tool wants for a new employee.</summary>
[Cmdlet(VerbsCommon.Get, "KomboEmployeeForm")]
[OutputType(typeof(EmployeeForm))]
[KomboOperation("GET", "hris/employees/form", Live = true)]
public sealed class GetKomboEmployeeFormCommand : ReadCommand<EmployeeForm>
{
    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    public string? IntegrationId { get; set; }
}
