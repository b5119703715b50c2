using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read the fields of an integration, page by page. They have no <c>ids</c> filter.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
public abstract class FieldListCommand<T> : CursorListCommand<T>
{
    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter(Position = 0)]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
