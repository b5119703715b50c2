using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the attachments of an application from the connected tool.</summary>
[Cmdlet(VerbsCommon.Get, "KomboApplicationAttachment")]
[OutputType(typeof(ApplicationAttachment))]
[KomboOperation("GET", "ats/applications/{application_id}/attachments", List = "results", Live = true)]
public sealed class GetKomboApplicationAttachmentCommand : ReadCommand<ApplicationAttachment>
{
    /// <summary>The application.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [EntityId(typeof(Application))]
    [Path("application_id")]
    public string ApplicationId { get; set; } = "";

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
