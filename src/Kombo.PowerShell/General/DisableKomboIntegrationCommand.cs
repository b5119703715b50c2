using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Switches an integration off: syncs end, credentials and configuration stay.</summary>
[Cmdlet(VerbsLifecycle.Disable, "KomboIntegration", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Integration))]
[KomboOperation("PUT", "integrations/{integration_id}/enabled")]
public sealed class DisableKomboIntegrationCommand : IntegrationSwitchCommand
{
    /// <summary>What the operation sets.</summary>
    [Body("value", Always = true, Default = false)]
    internal bool Value { get; }
}
