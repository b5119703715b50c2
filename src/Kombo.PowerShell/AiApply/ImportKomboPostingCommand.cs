using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Kombo.Models;

namespace Kombo.PowerShell;

/// <summary>Imports the postings of a job feed: all of them, because those that are left out are archived.</summary>
[Cmdlet(VerbsData.Import, "KomboPosting", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BulkImportResult))]
[KomboOperation("POST", "ai-apply/job-feeds/{job_feed_id}/bulk-import", TimeoutSeconds = 600)]
public sealed class ImportKomboPostingCommand : FullListCommand<BulkImportResult>
{
    /// <summary>The job feed: an id, or an object of Get-KomboJobFeed.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [EntityId(typeof(JobFeed))]
    [Path("job_feed_id")]
    public string JobFeedId { get; set; } = "";

    /// <summary>The address of the posting, with http or https.</summary>
    [Parameter]
    [Text]
    [Item("url", Required = true)]
    public string? Url { get; set; }

    /// <summary>The name of the career site. One that does not exist is created.</summary>
    [Parameter]
    [Text]
    [Item("career_site_label", Required = true)]
    public string? CareerSiteLabel { get; set; }

    /// <summary>A code of your own for the job. Together with the address and the career site it identifies the posting.</summary>
    [Parameter]
    [Text]
    [Item("job_code")]
    public string? JobCode { get; set; }

    /// <summary>Where the job is: a hashtable with country (two letters) and postal_code. $null erases what is stored; without it, that is kept.</summary>
    [Parameter]
    [AllowNull]
    [Map]
    [Item("location", Nullable = true)]
    public IDictionary? Location { get; set; }

    /// <summary>The country of the job, two letters such as DE.</summary>
    [Parameter]
    [Text]
    [Item("location.country")]
    public string? Country { get; set; }

    /// <summary>The postal code of the job. Only with -Country.</summary>
    [Parameter]
    [Text]
    [Item("location.postal_code")]
    public string? PostalCode { get; set; }

    /// <summary>The postings, one a line.</summary>
    [Lines(MaxBytes = 35_000_000)]
    internal KomboList<object?> Line => Items;

    /// <inheritdoc/>
    private protected override Type? RowModel => typeof(Posting);

    /// <inheritdoc/>
    private protected override string Consequence(int count) => count == 0
        ? "All postings of the job feed are archived."
        : string.Format(CultureInfo.InvariantCulture, "{0:N0} posting(s) are imported; postings of earlier imports into the job feed that are not among them are archived.", count);
}
