using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Deprecated: makes a link with which a customer chooses who is to be provisioned. Use New-KomboSetupLink.</summary>
[Cmdlet(VerbsCommon.New, "KomboProvisioningSetupLink", SupportsShouldProcess = true)]
[OutputType(typeof(ProvisioningSetupLink))]
[KomboOperation("POST", "hris/provisioning-groups/{group_id}/setup-links", Successor = "New-KomboSetupLink")]
public sealed class NewKomboProvisioningSetupLinkCommand : IntegrationWriteCommand<ProvisioningSetupLink>
{
    /// <summary>The provisioning group; so far Kombo has only one, default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId("ProvisioningGroup")]
    [Path("group_id", Default = "default")]
    public string? ProvisioningGroupId { get; set; }

    /// <summary>The language of the pages: en, de, fr, it or es. Kombo's default is en.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("en", "de", "fr", "it", "es")]
    [Body("language", Nullable = true)]
    public string? Language { get; set; }
}
