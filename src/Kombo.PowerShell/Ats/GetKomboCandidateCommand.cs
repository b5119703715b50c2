using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads candidates.</summary>
[Cmdlet(VerbsCommon.Get, "KomboCandidate")]
[OutputType(typeof(Candidate))]
[KomboOperation("GET", "ats/candidates", List = "results", MaxPageSize = 250)]
public sealed class GetKomboCandidateCommand : SyncedListCommand<Candidate>
{
    /// <summary>Only the candidate with this address; the whole address, in any case.</summary>
    [Parameter]
    [Text]
    [Identifies(Property = "EmailAddresses")]
    [Query("email")]
    public string? Email { get; set; }

    /// <summary>Only candidates who applied for one of these jobs.</summary>
    [Parameter]
    [EntityId(typeof(Kombo.Models.Job), Several = true)]
    [Query("job_ids")]
    public string[]? JobId { get; set; }

    /// <summary>Only candidates with this first name; the whole name, in any case.</summary>
    [Parameter]
    [Text]
    [Query("first_name")]
    public string? FirstName { get; set; }

    /// <summary>Only candidates with this last name; the whole name, in any case.</summary>
    [Parameter]
    [Text]
    [Query("last_name")]
    public string? LastName { get; set; }
}
