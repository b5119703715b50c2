using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read the fields of an integration, page by page. They have no <c>ids</c> filter.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
public abstract class FieldListCommand<T> : ListCommand<T>
{
    /// <summary>The integration; without it, the connection's.</summary>
    [Parameter(Position = 0)]
    [EntityId(typeof(Integration))]
    [Path("integration_id", DefaultsToConnection = true)]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }

    /// <summary>How many rows to ask for at a time. All rows are read in any case; the default is the most the API allows.</summary>
    [Parameter]
    [Number(Whole = true, Min = int.MinValue, Max = int.MaxValue)]
    [Query("page_size")]
    public int? PageSize { get; set; }

    /// <summary>Where to go on with a list that broke off, as the error said.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [Query("cursor")]
    public string? Cursor { get; set; }
}
