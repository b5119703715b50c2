using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Decides whether a field of the connected tool is delivered with the objects of its model.</summary>
[Cmdlet(VerbsData.Update, "KomboIntegrationField", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationField))]
[KomboOperation("PATCH", "integrations/{integration_id}/integration-fields/{integration_field_id}")]
public sealed class UpdateKomboIntegrationFieldCommand : RowWriteCommand<IntegrationField>
{
    /// <summary>The field, see Get-KomboIntegrationField.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(IntegrationField))]
    [Path("integration_field_id")]
    public string IntegrationFieldId { get; set; } = "";

    /// <summary>True to have the field delivered, false to have it left out. The API takes null, too.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [Flag(Nullable = true, ByCulture = true)]
    [Body("enable_passthrough", Nullable = true, Required = true)]
    public bool? EnablePassthrough { get; set; }

    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
