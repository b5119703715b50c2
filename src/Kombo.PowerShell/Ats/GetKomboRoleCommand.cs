using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the roles that users of the recruiting tool can have.</summary>
[Cmdlet(VerbsCommon.Get, "KomboRole")]
[OutputType(typeof(Role))]
[KomboOperation("GET", "ats/roles", List = "results", MaxPageSize = 250)]
public sealed class GetKomboRoleCommand : SyncedListCommand<Role>
{
    /// <summary>Only roles that hold for one of these: SYSTEM (everywhere) or JOB (one job at a time).</summary>
    [Parameter]
    [Text(Several = true)]
    [KnownValues("SYSTEM", "JOB")]
    [Query("scopes")]
    public string[]? Scope { get; set; }
}
