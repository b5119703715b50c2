using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Switches an integration on again.</summary>
[Cmdlet(VerbsLifecycle.Enable, "KomboIntegration", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(Integration))]
[KomboOperation("PUT", "integrations/{integration_id}/enabled")]
public sealed class EnableKomboIntegrationCommand : IntegrationSwitchCommand
{
    /// <summary>What the operation sets.</summary>
    [Body("value", Always = true, Default = true)]
    internal bool Value { get; } = true;
}
