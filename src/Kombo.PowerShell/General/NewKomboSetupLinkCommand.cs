using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Makes a link with which a customer goes through the setup steps of an integration, such as field mapping.</summary>
[Cmdlet(VerbsCommon.New, "KomboSetupLink", SupportsShouldProcess = true)]
[OutputType(typeof(ConnectLink))]
[KomboOperation("POST", "integrations/{integration_id}/setup-link")]
public sealed class NewKomboSetupLinkCommand : IntegrationLinkCommand;
