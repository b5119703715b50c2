using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Chooses the field of the connected tool that fills a custom field.</summary>
[Cmdlet(VerbsCommon.Set, "KomboCustomFieldMapping", SupportsShouldProcess = true)]
[OutputType(typeof(CustomField))]
[KomboOperation("PUT", "integrations/{integration_id}/custom-fields/{custom_field_id}")]
public sealed class SetKomboCustomFieldMappingCommand : RowWriteCommand<CustomField>
{
    /// <summary>The custom field, see Get-KomboCustomField.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(CustomField))]
    [Path("custom_field_id")]
    public string CustomFieldId { get; set; } = "";

    /// <summary>The field that fills it, see Get-KomboIntegrationField; $null for none.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [EntityId(typeof(IntegrationField))]
    [Body("integration_field_id", Nullable = true, Required = true)]
    public string? IntegrationFieldId { get; set; }

    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
