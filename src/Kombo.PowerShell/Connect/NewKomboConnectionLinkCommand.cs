using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Makes a link with which a customer connects a tool.</summary>
[Cmdlet(VerbsCommon.New, "KomboConnectionLink", SupportsShouldProcess = true)]
[OutputType(typeof(ConnectLink))]
[KomboOperation("POST", "connect/create-link")]
public sealed class NewKomboConnectionLinkCommand : LinkCommand
{
    /// <summary>The e-mail address of the person who is to connect.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("end_user_email", Required = true)]
    public string EndUserEmail { get; set; } = "";

    /// <summary>The name of the customer.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("end_user_organization_name", Required = true)]
    public string EndUserOrganizationName { get; set; } = "";

    /// <summary>Your own id of the customer; it comes back with the integration and in webhooks.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("end_user_origin_id", Nullable = true)]
    public string? EndUserOriginId { get; set; }

    /// <summary>What the customer may connect: HRIS, ATS, ASSESSMENT or LMS. Kombo's default is HRIS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownValues("HRIS", "ATS", "ASSESSMENT", "LMS")]
    [Body("integration_category")]
    public string? IntegrationCategory { get; set; }

    /// <summary>The tool to connect, such as personio; without it, the customer chooses.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [KnownTools]
    [Body("integration_tool", Nullable = true)]
    public string? IntegrationTool { get; set; }

    /// <summary>Which environment of the tool is meant, for tools that have several. Only with -IntegrationTool; the default is production.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Text]
    [Body("remote_environment", Nullable = true)]
    public string? RemoteEnvironment { get; set; }

    /// <summary>The scope configuration that applies; without it, the environment's default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EntityId("ScopeConfig")]
    [Body("scope_config_id", Nullable = true)]
    public string? ScopeConfigId { get; set; }

    /// <summary>Lets the customer choose whose data are shared. HRIS only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag(ByCulture = true)]
    [Body("enable_filtering")]
    public SwitchParameter EnableFiltering { get; set; }

    /// <summary>Lets the customer map the tool's fields to your custom fields.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag(ByCulture = true)]
    [Body("enable_field_mapping")]
    public SwitchParameter EnableFieldMapping { get; set; }

    /// <summary>Makes Kombo reach the customer's tool from fixed addresses only. The answer has them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag(ByCulture = true)]
    [Body("enable_static_ips")]
    public SwitchParameter EnableStaticIp { get; set; }

    /// <inheritdoc/>
    private protected override Action<ConnectLink> Description(KomboConnection connection)
    {
        var (email, name, originId) = (EndUserEmail, EndUserOrganizationName, EndUserOriginId);
        return link =>
        {
            link.EndUserEmail ??= email;
            link.EndUserOrganizationName ??= name;
            link.EndUserOriginId ??= originId;
        };
    }
}
