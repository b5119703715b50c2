using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the users of the recruiting tool.</summary>
[Cmdlet(VerbsCommon.Get, "KomboAtsUser")]
[OutputType(typeof(AtsUser))]
[KomboOperation("GET", "ats/users", List = "results", MaxPageSize = 250)]
public sealed class GetKomboAtsUserCommand : SyncedListCommand<AtsUser>
{
    /// <summary>Only users with one of these addresses; the whole address, in any case.</summary>
    [Parameter]
    [Text(Several = true)]
    [Identifies]
    [Query("emails")]
    public string[]? Email { get; set; }
}
