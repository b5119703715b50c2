using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>The base of cmdlets that read what Kombo keeps in sync with the connected tool, with the filters that all of it has.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
public abstract class SyncedListCommand<T> : PagedListCommand<T>
    where T : KomboObject, IEntity
{
    /// <summary>The ids in the connected tool of the objects to read.</summary>
    [Parameter]
    [EntityId(IsRemote = true, Several = true)]
    [Identifies]
    [Query("remote_ids")]
    public string[]? RemoteId { get; set; }

    /// <summary>Only what changed since this time.</summary>
    [Parameter]
    [Instant]
    [Query("updated_after")]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Also what is gone from the connected tool.</summary>
    [Parameter]
    [Flag]
    [Query("include_deleted")]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <summary>Ignores filters that the connected tool has no data for; without it they match nothing.</summary>
    [Parameter]
    [Flag]
    [Query("ignore_unsupported_filters")]
    public SwitchParameter IgnoreUnsupportedFilters { get; set; }

    /// <summary>The integration to read from; without it, the connection's.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [IntegrationHeader]
    [KnownIntegrations]
    public string? IntegrationId { get; set; }
}
