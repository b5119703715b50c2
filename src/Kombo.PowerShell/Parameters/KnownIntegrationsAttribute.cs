using System.Management.Automation;

namespace Kombo.PowerShell;

/// <summary>The id of an integration: completion offers those that this runspace's connections were made for, without any request.</summary>
internal sealed class KnownIntegrationsAttribute : ArgumentCompleterAttribute
{
    public KnownIntegrationsAttribute()
        : base(typeof(IntegrationIdCompleter))
    {
    }
}
