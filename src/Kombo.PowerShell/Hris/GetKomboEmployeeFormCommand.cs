using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads which fields the connected tool wants for a new employee.</summary>
[Cmdlet(VerbsCommon.Get, "KomboEmployeeForm")]
[OutputType(typeof(EmployeeForm))]
[KomboOperation("GET", "hris/employees/form", Live = true)]
public sealed class GetKomboEmployeeFormCommand : ReadCommand<EmployeeForm>
{
    /// <summary>The position, requisition or job that the employee is for; the form depends on it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(StaffingEntity))]
    [Query("staffing_entity_id")]
    public string? StaffingEntityId { get; set; }

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>The request of this command, for those that need the form themselves.</summary>
    internal static KomboRequest RequestFor(string? integrationId, string? staffingEntityId)
    {
        using var command = new GetKomboEmployeeFormCommand { IntegrationId = integrationId, StaffingEntityId = staffingEntityId };
        string[] given = staffingEntityId is null ? [nameof(IntegrationId)] : [nameof(IntegrationId), nameof(StaffingEntityId)];
        return RequestBinder.Bind(command, given, null);
    }

    /// <summary>By what a form is kept.</summary>
    internal static string KeyOf(string? integrationId, string? staffingEntityId) => $"{integrationId} {staffingEntityId}";

    /// <inheritdoc/>
    private protected override void Output(EmployeeForm answer)
    {
        // New-KomboEmployee and its completion need not read it again.
        ReadCache<EmployeeForm>.Of(ActiveConnection.Root).Keep(KeyOf(IntegrationId ?? ActiveConnection.IntegrationId, StaffingEntityId), answer);
        base.Output(answer);
    }
}
