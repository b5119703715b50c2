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
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>The request of this command, for those that need the form themselves.</summary>
    internal static KomboRequest RequestFor(string? integrationId)
    {
        using var command = new GetKomboEmployeeFormCommand { IntegrationId = integrationId };
        return RequestBinder.Bind(command, [nameof(IntegrationId)], null, isRead: true);
    }

    /// <inheritdoc/>
    private protected override void Output(EmployeeForm answer)
    {
        // New-KomboEmployee and its completion need not read it again.
        ReadCache<EmployeeForm>.Of(ActiveConnection.Root).Keep(IntegrationId ?? ActiveConnection.IntegrationId, answer);
        base.Output(answer);
    }
}
