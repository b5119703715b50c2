using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads the users of the learning management system.</summary>
[Cmdlet(VerbsCommon.Get, "KomboLmsUser")]
[OutputType(typeof(LmsUser))]
[KomboOperation("GET", "lms/users", List = "results", MaxPageSize = 250)]
public sealed class GetKomboLmsUserCommand : SyncedListCommand<LmsUser>
{
    /// <summary>Only users with one of these e-mail addresses, in any case.</summary>
    [Parameter]
    [Text(Several = true)]
    [Identifies]
    [Query("work_emails")]
    public string[]? WorkEmail { get; set; }
}
