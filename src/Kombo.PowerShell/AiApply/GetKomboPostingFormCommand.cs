using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Reads postings together with their application forms, for those who keep forms. Others use Request-KomboPostingForm.</summary>
[Cmdlet(VerbsCommon.Get, "KomboPostingForm")]
[OutputType(typeof(PostingWithForm))]
[KomboOperation("GET", "ai-apply/postings/forms", List = "results", MaxPageSize = 5)]
public sealed class GetKomboPostingFormCommand : CursorListCommand<PostingWithForm>
{
    /// <summary>Only of these career sites: ids, or objects of Get-KomboCareerSite.</summary>
    [Parameter]
    [EntityId(typeof(CareerSite), Several = true)]
    [Query("career_site_ids")]
    public string[]? CareerSiteId { get; set; }

    /// <summary>Only with one of these codes, which you gave the postings.</summary>
    [Parameter]
    [Text(Several = true)]
    [Query("job_codes")]
    public string[]? JobCode { get; set; }

    /// <summary>Only what changed since this time.</summary>
    [Parameter]
    [Instant]
    [Query("updated_after")]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Reads one page, and writes it as one object with its rows (Items) and the cursor of the next page (Next).</summary>
    [Parameter]
    [Flag]
    public SwitchParameter PageOnly { get; set; }

    /// <inheritdoc/>
    private protected override bool IsPageOnly => PageOnly;
}
